package org.xapitck.simulator.rpc.xmlrpc;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import org.xapitck.simulator.rpc.MalformedRequest;

/**
 * An XML document as a run of start tags, end tags and text, with one token of look-ahead.
 *
 * <p>As in xapi's reader, two texts never follow each other (comments and processing instructions
 * between them vanish), a document type is skipped, and an entity beyond the five of XML makes the
 * document malformed: nothing is ever resolved.
 */
final class XmlTokens {
  enum Kind {
    START,
    END,
    TEXT
  }

  /** 128 bytes: room for any declaration that is not odd. */
  private static final int HEAD = 128;

  private static final Pattern UTF_8 = Pattern.compile("encoding=[\"'](?i:utf-8)[\"']");

  private static final String ALL_NAMES =
      "<methodCall><methodName/><params><param><value><string/><int/><i4/><i8/><boolean/><double/>"
          + "<dateTime.iso8601/><base64/><nil/><array><data/></array>"
          + "<struct><member><name/></member></struct></value></param></params></methodCall>";

  private final XMLStreamReader xml;
  private Kind kind;
  private String content;
  private boolean behindText;

  private XmlTokens(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * A factory is thread-safe once configured; each codec has its own. It learns the names of calls
   * from a first document, which is closed for that. No later one is: the names that clients send
   * would be kept for ever.
   */
  static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader names = reader(factory, ALL_NAMES.getBytes(StandardCharsets.US_ASCII));
      while (names.hasNext()) {
        names.next();
      }
      names.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  private static XMLStreamReader reader(XMLInputFactory factory, byte[] document)
      throws XMLStreamException {
    // an array is read where it stands, a stream is copied into one of 4,000 bytes; but of an array
    // Aalto reads hardly any other encoding
    return isUtf8(document)
        ? factory.createXMLStreamReader(new Stax2ByteArraySource(document, 0, document.length))
        : factory.createXMLStreamReader(new ByteArrayInputStream(document));
  }

  /** Whether a document is surely UTF-8, by its first two bytes and by its declaration if any. */
  private static boolean isUtf8(byte[] document) {
    String head =
        new String(document, 0, Math.min(HEAD, document.length), StandardCharsets.ISO_8859_1);
    if (!head.startsWith("<?")) {
      return head.length() > 1 && head.charAt(0) == '<' && head.charAt(1) > ' ';
    }
    String declaration = head.substring(0, Math.max(0, head.indexOf("?>")));
    return !declaration.isEmpty()
        && (!declaration.contains("encoding") || UTF_8.matcher(declaration).find());
  }

  static XmlTokens of(XMLInputFactory factory, byte[] document) throws MalformedRequest {
    if (document.length == 0) {
      throw new MalformedRequest("Xmlm.Error(1:1, \"unexpected end of input\")");
    }
    try {
      return new XmlTokens(reader(factory, document));
    } catch (XMLStreamException e) {
      throw new MalformedRequest("Xmlm.Error(1:1, \"malformed character stream\")");
    }
  }

  /** The kind of the next token, which stays the next one. */
  Kind peek() throws MalformedRequest {
    if (kind == null) {
      advance();
    }
    return kind;
  }

  /** The name of the next token, a tag, without its prefix; or its text. */
  String peekContent() throws MalformedRequest {
    peek();
    return content;
  }

  /** Takes the next token and gives its name or text. */
  String take() throws MalformedRequest {
    String taken = peekContent();
    kind = null;
    return taken;
  }

  private void advance() throws MalformedRequest {
    try {
      String text = "";
      StringBuilder pieces = null;
      // the event after a text has been fetched already, to see that the text ended
      int event = behindText ? xml.getEventType() : xml.next();
      behindText = false;
      while (true) {
        switch (event) {
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (text.isEmpty()) {
              text = xml.getText();
            } else {
              // only comments and the like divide a text
              pieces = pieces == null ? new StringBuilder(text) : pieces;
              pieces.append(xml.getText());
            }
          }
          case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
            if (!text.isEmpty()) {
              behindText = true;
              set(Kind.TEXT, pieces == null ? text : pieces.toString());
            } else {
              boolean start = event == XMLStreamConstants.START_ELEMENT;
              set(start ? Kind.START : Kind.END, xml.getLocalName());
            }
            return;
          }
          case XMLStreamConstants.COMMENT,
              XMLStreamConstants.PROCESSING_INSTRUCTION,
              XMLStreamConstants.DTD -> {}
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw malformed("unknown entity reference (" + xml.getLocalName() + ")");
          default -> throw malformed("unexpected end of input");
        }
        event = xml.next();
      }
    } catch (XMLStreamException e) {
      boolean ended = String.valueOf(e.getMessage()).contains("end-of-input");
      throw malformed(ended ? "unexpected end of input" : "document not well-formed");
    } catch (UncheckedStreamException e) {
      // Aalto finishes a text when it is asked for it, and has no checked exception to throw then
      throw malformed("unexpected end of input");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // how Aalto says that it does not expand an entity, or met an impossible character
      throw malformed("document not well-formed");
    }
  }

  private void set(Kind newKind, String newContent) {
    kind = newKind;
    content = newContent;
  }

  private MalformedRequest malformed(String why) {
    int line = Math.max(1, xml.getLocation().getLineNumber());
    int column = Math.max(1, xml.getLocation().getColumnNumber());
    return new MalformedRequest("Xmlm.Error(" + line + ":" + column + ", \"" + why + "\")");
  }
}
