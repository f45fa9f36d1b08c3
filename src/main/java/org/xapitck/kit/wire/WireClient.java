package org.xapitck.kit.wire;

import java.util.List;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;

/**
 * A client of one wire. Safe for use by many threads. A call never throws for anything that a
 * server does; the exchange holds what came or did not come.
 */
public interface WireClient extends AutoCloseable {

  /** The wire that this client speaks. */
  Wire wire();

  /**
   * Calls a message and waits for the answer, at most for the time-out of the endpoint.
   *
   * @throws ClientFault where the kit's own client failed: it refused or changed what the strict
   *     parser accepts; never a verdict on the server
   */
  Exchange call(Call call);

  /** Calls a message whose answer decides a verdict. */
  default Exchange call(String method, List<?> parameters) {
    return call(Call.judged(method, parameters));
  }

  /**
   * Reads a value as a type of the API in the form of this wire.
   *
   * @throws WrongType where the value has another form; the message names what was expected and
   *     what came
   */
  Object read(ApiType type, Value value);

  @Override
  void close();
}
