package org.xapitck.kit.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A client that goes to the pool's master where a member says at login that it is not the one, as
 * real clients do; once, so that two hosts cannot send it to and fro.
 */
final class MasterFollower implements WireClient {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");

  private final URI member;
  private final Function<URI, WireClient> opener;
  private final Consumer<URI> told;
  private volatile WireClient current;
  private boolean followed;

  MasterFollower(URI member, Function<URI, WireClient> opener, Consumer<URI> told) {
    this.member = member;
    this.opener = opener;
    this.told = told;
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

  private Optional<URI> master(String method, Exchange exchange) {
    if (method.equals("session.login_with_password")
        && exchange.answer() instanceof Answer.Failure failure
        && failure.code().equals("HOST_IS_SLAVE")
        && failure.parameters().size() == 1
        && ADDRESS.matcher(failure.parameters().get(0)).matches()) {
      return at(failure.parameters().get(0));
    }
    return Optional.empty();
  }

  private Optional<URI> at(String address) {
    String host = address.contains(":") ? "[" + address + "]" : address;
    try {
      return Optional.of(
          new URI(member.getScheme(), null, host, member.getPort(), member.getPath(), null, null));
    } catch (URISyntaxException unusable) {
      return Optional.empty();
    }
  }

  private synchronized boolean goTo(URI master) {
    if (followed) {
      return false;
    }
    followed = true;
    WireClient left = current;
    current = opener.apply(master);
    left.close();
    told.accept(master);
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
