package org.xapitck.kit.wire;

import java.util.Optional;
import org.xapitck.kit.http.Reply;
import org.xapitck.kit.model.Sent;

/**
 * A call that was sent.
 *
 * @param request as it was sent
 * @param reply what came back
 * @param decoded what the client library made of it; empty where the library was not asked
 */
public record SentCall(Sent request, Reply reply, Optional<ByLibrary> decoded) {

  /**
   * What a client library made of an answer.
   *
   * @param value of the library's own types; null also where it decoded nothing
   * @param refused why it decoded nothing, or null
   */
  public record ByLibrary(Object value, Exception refused) {}
}
