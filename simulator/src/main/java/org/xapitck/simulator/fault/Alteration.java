package org.xapitck.simulator.fault;

import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.session.Accounts;

/**
 * The one place where a simulator can differ from a right server: each method receives a correct
 * part and may return another. Nothing outside asks whether there is an alteration.
 */
public interface Alteration {

  /** A right server. */
  Alteration NONE = new Alteration() {};

  /** A message of the table; {@link Message#withHandler} wraps what it does. */
  default Message message(Message right) {
    return right;
  }

  /** Who may log in, and by which password. */
  default Accounts accounts(Accounts right) {
    return right;
  }

  /**
   * The API as all wires see it: calls before they are dispatched, answers before their envelope.
   */
  default RpcEndpoint.Api api(RpcEndpoint.Api right) {
    return right;
  }

  /** One wire: what it reads and how it writes. */
  default Codec codec(Codec right) {
    return right;
  }

  /** How answers travel over HTTP. */
  default HttpStyle http(HttpStyle right) {
    return right;
  }
}
