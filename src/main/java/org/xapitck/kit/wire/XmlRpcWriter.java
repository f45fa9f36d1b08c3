package org.xapitck.kit.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes a request as UTF-8. The library's own writer sends each half of a supplementary character
 * as a reference of its own, which is ill-formed XML.
 */
final class XmlRpcWriter extends DefaultHandler {
  private final Writer out;

  XmlRpcWriter(OutputStream stream) {
    CharsetEncoder strict =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.out = new OutputStreamWriter(stream, strict);
  }

  @Override
  public void startDocument() throws SAXException {
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  @Override
  public void endDocument() throws SAXException {
    try {
      out.flush();
    } catch (IOException failed) {
      throw new SAXException(failed);
    }
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    write("<" + name + ">");
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    write("</" + name + ">");
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    StringBuilder escaped = new StringBuilder(length + 16);
    for (int i = start; i < start + length; i++) {
      escape(text[i], escaped);
    }
    write(escaped.toString());
  }

  private static void escape(char c, StringBuilder out) throws SAXException {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '\r' -> out.append("&#13;"); // raw, it would arrive as a line feed
      case '\t', '\n' -> out.append(c);
      default -> {
        if (c < ' ' || c == '\ufffe' || c == '\uffff') {
          throw new SAXException("XML has no form for character " + (int) c);
        }
        out.append(c);
      }
    }
  }

  private void write(String text) throws SAXException {
    try {
      out.write(text);
    } catch (IOException unpaired) {
      throw new SAXException("half of a supplementary character", unpaired);
    }
  }
}
