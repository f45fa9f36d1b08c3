package org.xapitck.kit.xmlrpc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.Bodies;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.NotWellFormed;

/**
 * The kit's own reader of XML-RPC answers: the second opinion beside the client library. It accepts
 * what the specification of XML-RPC allows, with nil, i8 and white space between elements, and
 * nothing else: no DOCTYPE, no other tag, no text beside an element, no member twice.
 */
public final class StrictXmlRpc {
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;
  private int values;

  private StrictXmlRpc(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a whole answer.
   *
   * @throws NotWellFormed with the first thing that is wrong
   */
  public static XmlRpcDocument parse(byte[] body) throws NotWellFormed {
    String text = Bodies.strictText(body);
    // a byte order mark is legal in XML and no character of the document
    String document = text.startsWith("\ufeff") ? text.substring(1) : text;
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
      try {
        return new StrictXmlRpc(reader).document();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException notXml) {
      throw new NotWellFormed("not XML: " + firstSentence(notXml));
    }
  }

  private static XMLInputFactory factory() {
    // the JDK's own, whatever the class path or a system property offers
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    return factory;
  }

  private XmlRpcDocument document() throws XMLStreamException, NotWellFormed {
    checkEncoding();
    start("methodResponse");
    XmlRpcDocument document;
    if (nextTag() == XMLStreamConstants.START_ELEMENT && named("fault")) {
      document = fault();
    } else {
      require("params");
      document = params();
    }
    end("methodResponse");
    while (reader.hasNext()) {
      reader.next();
    }
    return document;
  }

  private void checkEncoding() throws NotWellFormed {
    String declared = reader.getCharacterEncodingScheme();
    if (declared != null
        && !declared.equalsIgnoreCase("UTF-8")
        && !declared.equalsIgnoreCase("US-ASCII")) {
      throw new NotWellFormed("the encoding " + Excerpt.line(declared, 40) + " instead of UTF-8");
    }
  }

  private XmlRpcDocument fault() throws XMLStreamException, NotWellFormed {
    start("value");
    Value value = value(1);
    end("fault");
    return new XmlRpcDocument.Fault(value);
  }

  private XmlRpcDocument params() throws XMLStreamException, NotWellFormed {
    List<Value> values = new ArrayList<>();
    while (nextTag() == XMLStreamConstants.START_ELEMENT) {
      require("param");
      start("value");
      values.add(value(1));
      end("param");
    }
    return new XmlRpcDocument.Params(values);
  }

  /** Reads from behind {@code <value>} to its end. */
  private Value value(int depth) throws XMLStreamException, NotWellFormed {
    if (depth > Limits.DEPTH) {
      throw new NotWellFormed("values within each other more than " + Limits.DEPTH + " deep");
    }
    if (++values > Limits.VALUES) {
      throw new NotWellFormed("more than " + Limits.VALUES + " values");
    }
    StringBuilder text = new StringBuilder();
    int event = textUntilTag(text);
    if (event == XMLStreamConstants.END_ELEMENT) {
      return new Value.Text(text.toString());
    }
    requireBlank(text);
    checkNamespace();
    String tag = reader.getLocalName();
    Value value =
        switch (tag) {
          case "struct" -> struct(depth);
          case "array" -> array(depth);
          default -> scalar(tag);
        };
    end("value");
    return value;
  }

  private Value scalar(String tag) throws XMLStreamException, NotWellFormed {
    if (!XmlRpcScalars.isScalar(tag)) {
      throw new NotWellFormed("the tag <" + Excerpt.line(tag, 40) + "> in a value");
    }
    StringBuilder text = new StringBuilder();
    if (textUntilTag(text) != XMLStreamConstants.END_ELEMENT) {
      throw new NotWellFormed("an element within <" + tag + ">");
    }
    return XmlRpcScalars.read(tag, text.toString());
  }

  private Value array(int depth) throws XMLStreamException, NotWellFormed {
    start("data");
    List<Value> elements = new ArrayList<>();
    while (nextTag() == XMLStreamConstants.START_ELEMENT) {
      require("value");
      elements.add(value(depth + 1));
    }
    end("array");
    return new Value.Array(elements);
  }

  private Value struct(int depth) throws XMLStreamException, NotWellFormed {
    Map<String, Value> members = new LinkedHashMap<>();
    while (nextTag() == XMLStreamConstants.START_ELEMENT) {
      require("member");
      start("name");
      StringBuilder name = new StringBuilder();
      if (textUntilTag(name) != XMLStreamConstants.END_ELEMENT) {
        throw new NotWellFormed("an element within <name>");
      }
      start("value");
      if (members.put(name.toString(), value(depth + 1)) != null) {
        throw new NotWellFormed("the member \"" + Excerpt.line(name.toString(), 40) + "\" twice");
      }
      end("member");
    }
    return new Value.Struct(members);
  }

  private void start(String name) throws XMLStreamException, NotWellFormed {
    nextTag();
    require(name);
  }

  private void end(String name) throws XMLStreamException, NotWellFormed {
    if (nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw new NotWellFormed("<" + shortName() + "> where </" + name + "> is due");
    }
  }

  private void require(String name) throws NotWellFormed {
    if (reader.getEventType() != XMLStreamConstants.START_ELEMENT || !named(name)) {
      String slash = reader.isStartElement() ? "" : "/";
      throw new NotWellFormed("<" + slash + shortName() + "> where <" + name + "> is due");
    }
    checkNamespace();
  }

  private void checkNamespace() throws NotWellFormed {
    if (reader.getNamespaceURI() != null) {
      throw new NotWellFormed("the element <" + shortName() + "> in a namespace");
    }
  }

  private boolean named(String name) {
    return reader.getLocalName().equals(name);
  }

  private String shortName() {
    return Excerpt.line(reader.getLocalName(), 40);
  }

  /** Goes to the next start or end of an element; only white space may stand before it. */
  private int nextTag() throws XMLStreamException, NotWellFormed {
    StringBuilder text = new StringBuilder();
    int event = textUntilTag(text);
    requireBlank(text);
    return event;
  }

  private int textUntilTag(StringBuilder text) throws XMLStreamException, NotWellFormed {
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        case XMLStreamConstants.DTD -> throw new NotWellFormed("a DOCTYPE");
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
          return reader.getEventType();
        }
        default -> throw new NotWellFormed("an entity or the end where an element is due");
      }
    }
  }

  private static void requireBlank(StringBuilder text) throws NotWellFormed {
    for (int i = 0; i < text.length(); i++) {
      if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
        throw new NotWellFormed("text where an element is due: \"" + snippet(text) + '"');
      }
    }
  }

  private static String snippet(StringBuilder text) {
    return Excerpt.line(text.toString().strip(), 40);
  }

  /** The JDK's message without its first line, which only repeats the position. */
  private static String firstSentence(XMLStreamException notXml) {
    String message = String.valueOf(notXml.getMessage());
    int sentence = message.indexOf("Message: ");
    return Excerpt.line(sentence < 0 ? message : message.substring(sentence + 9), 120);
  }
}
