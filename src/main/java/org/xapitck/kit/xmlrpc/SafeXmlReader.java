package org.xapitck.kit.xmlrpc;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xapitck.kit.text.Limits;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The XML reader that is given to the client library. The library's own would expand internal
 * entities and calls itself once for each level of depth; this one refuses a DOCTYPE and stops at a
 * depth. Processing instructions and namespace prefixes, which the library takes for errors, mean
 * nothing in XML-RPC and are passed over.
 */
final class SafeXmlReader extends XMLFilterImpl {
  // an array takes 3 elements for each level, a struct 3; the envelope has 4
  private static final int DEPTH = 3 * Limits.DEPTH + 8;
  // a member takes 3 elements, an element of an array 1
  private static final int ELEMENTS = 3 * Limits.VALUES + 100;
  private static final SAXParserFactory FACTORY = factory();

  private int depth;
  private int elements;

  private SafeXmlReader(XMLReader parent) {
    super(parent);
    setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
  }

  /** Readers of the JDK that have read a document to its end: a new one costs more than a parse. */
  static final class Pool {
    private final Queue<XMLReader> idle = new ConcurrentLinkedQueue<>();

    /** Reads a document; safe for use by many threads. */
    void parse(InputSource document, ContentHandler handler) throws SAXException, IOException {
      XMLReader parent = Optional.ofNullable(idle.poll()).orElseGet(SafeXmlReader::jdkReader);
      SafeXmlReader reader = new SafeXmlReader(parent);
      reader.setContentHandler(handler);
      reader.parse(document);
      idle.add(parent);
    }
  }

  private static XMLReader jdkReader() {
    try {
      return FACTORY.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException | SAXException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SAXParserFactory factory() {
    // the JDK's own, whatever the class path or a system property offers
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    } catch (ParserConfigurationException | SAXException impossible) {
      throw new IllegalStateException(impossible);
    }
    return factory;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (++depth > DEPTH) {
      throw new SAXException("elements within each other more than " + DEPTH + " deep");
    }
    if (++elements > ELEMENTS) {
      throw new SAXException("more than " + ELEMENTS + " elements");
    }
    super.startElement(uri, name, qualified, attributes);
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    depth--;
    super.endElement(uri, name, qualified);
  }

  @Override
  public void processingInstruction(String target, String data) {}

  @Override
  public void startPrefixMapping(String prefix, String uri) {}

  @Override
  public void endPrefixMapping(String prefix) {}

  /** Overridden, as the JDK prints what nobody handles to stderr. */
  @Override
  public void fatalError(SAXParseException wrong) throws SAXException {
    throw wrong;
  }
}
