package org.xapitck.kit.xmlrpc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.AtomicParser;
import org.apache.xmlrpc.parser.MapParser;
import org.apache.xmlrpc.parser.ObjectArrayParser;
import org.apache.xmlrpc.parser.TypeParser;
import org.apache.xmlrpc.serializer.ListSerializer;
import org.apache.xmlrpc.serializer.MapSerializer;
import org.apache.xmlrpc.serializer.TypeSerializer;
import org.apache.xmlrpc.serializer.TypeSerializerImpl;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.NotWellFormed;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * What the client library makes of each type. Its own types read dates in the JVM's zone, refuse
 * dashes, nil and i8, and know a tag whose content is deserialised as a Java object; here a tag
 * outside XML-RPC has no parser at all.
 */
final class XmlRpcTypes implements TypeFactory {

  @Override
  public TypeSerializer getSerializer(XmlRpcStreamConfig config, Object parameter)
      throws SAXException {
    if (parameter instanceof List) {
      return new ListSerializer(this, config);
    }
    if (parameter instanceof Map) {
      return new MapSerializer(this, config);
    }
    return new Scalar(tag(parameter), text(parameter));
  }

  @Override
  public TypeParser getParser(
      XmlRpcStreamConfig config, NamespaceContextImpl context, String namespace, String tag) {
    if (!namespace.isEmpty()) {
      return null;
    }
    return switch (tag) {
      case "array" -> new ObjectArrayParser(config, context, this);
      case "struct" -> new MapParser(config, context, this);
      default -> XmlRpcScalars.isScalar(tag) ? new ScalarParser(tag) : null;
    };
  }

  /** No tag for text: that is how real clients send it, and the shortest. */
  private static String tag(Object parameter) throws SAXException {
    if (parameter instanceof String) {
      return null;
    } else if (parameter instanceof Double) {
      return "double";
    } else if (parameter instanceof Integer) {
      return "int";
    } else if (parameter instanceof Long number) {
      return number == number.intValue() ? "int" : "i8";
    } else if (parameter instanceof Boolean) {
      return "boolean";
    }
    throw new SAXException("no XML-RPC form for " + parameter);
  }

  private static String text(Object parameter) {
    if (parameter instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (parameter instanceof Double number) {
      // the shortest digits that read back equal, and no exponent, which XML-RPC does not know
      return new BigDecimal(number.toString()).toPlainString();
    }
    return parameter.toString();
  }

  /** Writes a value with the text that it was made for. */
  private static final class Scalar extends TypeSerializerImpl {
    private final String tag;
    private final String text;

    Scalar(String tag, String text) {
      this.tag = tag;
      this.text = text;
    }

    @Override
    public void write(ContentHandler out, Object value) throws SAXException {
      write(out, tag, text);
    }
  }

  /** Reads a scalar into a {@link Value}. */
  private static final class ScalarParser extends AtomicParser {
    private final String tag;

    ScalarParser(String tag) {
      this.tag = tag;
    }

    @Override
    protected void setResult(String text) throws SAXException {
      try {
        super.setResult((Object) XmlRpcScalars.read(tag, text));
      } catch (NotWellFormed refused) {
        throw new SAXException(refused);
      }
    }
  }
}
