package org.xapitck.simulator.rpc.jsonrpc;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;

/** JSON texts that are no calls. */
public final class Json {
  private Json() {}

  /** A value as text. */
  public static String write(Value value) {
    return JsonRpcCodec.json(value);
  }

  /**
   * Reads a text as the standard has it.
   *
   * @throws MalformedRequest naming line and column
   */
  public static Value read(byte[] text) throws MalformedRequest {
    try (JsonParser json = JsonReader.STRICT.createParser(text)) {
      if (json.nextToken() == null) {
        throw new MalformedRequest("the body is empty");
      }
      Value value = JsonReader.value(json);
      if (json.nextToken() != null) {
        throw new MalformedRequest("something follows the value, " + place(json.currentLocation()));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedRequest(e.getOriginalMessage() + ", " + place(e.getLocation()));
    } catch (IOException e) {
      throw new MalformedRequest("the body is no JSON");
    }
  }

  private static String place(JsonLocation at) {
    return "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
