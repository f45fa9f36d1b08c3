package org.xapitck.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.simulator.http.Site;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;

/**
 * What a browser is shown: one page that needs nothing from elsewhere and asks for the present
 * state every second. xapi has no such page, so whoever does not ask for HTML gets xapi's answer.
 */
public final class StatusPage implements Site {
  /** Where the page asks for the state. */
  private static final String STATE = "/simulator/state";

  private final Supplier<Value.Struct> state;

  /** A page that shows this state. */
  public StatusPage(Supplier<Value.Struct> state) {
    this.state = state;
  }

  /** A list of texts as a member of the state. */
  public static Value.Member texts(String name, List<String> texts) {
    return new Value.Member(name, Value.texts(texts));
  }

  @Override
  public Optional<Content> get(String path, boolean browser) {
    if (path.equals(STATE)) {
      byte[] json = JsonRpcCodec.json(state.get()).getBytes(StandardCharsets.UTF_8);
      return Optional.of(new Content("application/json", json));
    }
    return browser && path.equals("/") ? Optional.of(page()) : Optional.empty();
  }

  private static Content page() {
    try (InputStream in = StatusPage.class.getResourceAsStream("page.html")) {
      return new Content("text/html; charset=utf-8", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
