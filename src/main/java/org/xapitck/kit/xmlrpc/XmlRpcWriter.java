package org.xapitck.kit.xmlrpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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
  private final OutputStream stream;
  private final StringBuilder document = new StringBuilder();

  /** A writer that sends the document to a stream when it is whole. */
  XmlRpcWriter(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void startDocument() {
    document.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  @Override
  public void endDocument() throws SAXException {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(document));
      stream.write(bytes.array(), 0, bytes.limit());
      stream.flush();
    } catch (CharacterCodingException unpaired) {
      throw new SAXException("half of a supplementary character", unpaired);
    } catch (IOException failed) {
      throw new SAXException(failed);
    }
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    document.append('<').append(name).append('>');
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    document.append("</").append(name).append('>');
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    for (int i = start; i < start + length; i++) {
      escape(text[i], document);
    }
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
}
