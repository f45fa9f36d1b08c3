package org.xapitck.kit.client;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.WireClient;

/**
 * A client that goes to the pool's master where a member says at login that it is not the one, as
 * real clients do; once, so that two hosts cannot send it to and fro. It goes nowhere where a
 * password would travel in clear text without permission.
 */
final class MasterFollower implements WireClient {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");

  private final Endpoint member;
  private final Function<Endpoint, WireClient> opener;
  private final Consumer<String> remark;
  private volatile WireClient current;
  private boolean followed;

  MasterFollower(Endpoint member, Function<Endpoint, WireClient> opener, Consumer<String> remark) {
    this.member = member;
    this.opener = opener;
    this.remark = remark;
    this.current = opener.apply(member);
  }

  @Override
  public Wire wire() {
    return current.wire();
  }

  @Override
  public Exchange call(Call call) {
    Exchange exchange = current.call(call);
    return master(call.method(), exchange).filter(this::goTo).isPresent()
        ? current.call(call)
        : exchange;
  }

  private static Optional<String> master(String method, Exchange exchange) {
    if (method.equals("session.login_with_password")
        && exchange.answer() instanceof Answer.Failure failure
        && failure.code().equals("HOST_IS_SLAVE")
        && failure.parameters().size() == 1
        && ADDRESS.matcher(failure.parameters().get(0)).matches()) {
      return Optional.of(failure.parameters().get(0));
    }
    return Optional.empty();
  }

  private synchronized boolean goTo(String address) {
    if (followed) {
      return false;
    }
    followed = true;
    String where =
        member.url().getHost() + " is a member of a pool; its master " + address + " was ";
    Endpoint master;
    try {
      master = member.onHost(address);
    } catch (IllegalArgumentException refused) {
      remark.accept(where + "not asked: " + refused.getMessage());
      return false;
    }
    WireClient left = current;
    current = opener.apply(master);
    left.close();
    remark.accept(where + "tested");
    if (master.isPlaintext()) {
      remark.accept(Endpoint.PLAINTEXT);
    }
    return true;
  }

  @Override
  public Object read(ApiType type, Value value) {
    return current.read(type, value);
  }

  @Override
  public void close() {
    current.close();
  }
}
