package org.xapitck.kit.wire;

import java.util.Optional;
import org.xapitck.kit.http.Reply;

/**
 * A call that was sent.
 *
 * @param request the body as sent
 * @param reply what came back
 * @param decoded what the client library made of it; empty where the library was not asked
 */
public record SentCall(byte[] request, Reply reply, Optional<ByLibrary> decoded) {

  /**
   * What a client library made of an answer.
   *
   * @param value of the library's own types; null also where it decoded nothing
   * @param refused why it decoded nothing, or null
   */
  public record ByLibrary(Object value, Exception refused) {}
}
