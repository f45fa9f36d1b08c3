package org.xapitck.simulator.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.http.StreamSite;
import org.xapitck.simulator.http.StreamSite.Reaction.Receives;
import org.xapitck.simulator.http.StreamSite.Reaction.Refuses;
import org.xapitck.simulator.http.StreamSite.Reaction.Sends;
import org.xapitck.simulator.journal.Entry;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/**
 * Transfers that the journal notes as calls of {@code PUT /import} and the like: session and task
 * are the first two parameters, empty where there is none, and the rest of the query is the third.
 */
public final class NotedTransfers implements StreamSite {
  private final StreamSite site;
  private final Journal journal;

  /** These transfers, noted there. */
  public NotedTransfers(StreamSite site, Journal journal) {
    this.site = site;
    this.journal = journal;
  }

  @Override
  public Optional<Reaction> open(Request request) {
    return site.open(request)
        .map(reaction -> noted(reaction, journal.note(Entry.HTTP, call(request))));
  }

  private static Call call(Request request) {
    Map<String, String> rest = new LinkedHashMap<>(request.parameters());
    List<Value> parameters = new ArrayList<>();
    for (String name : List.of("session_id", "task_id")) {
      parameters.add(Value.of(Optional.ofNullable(rest.remove(name)).orElse("")));
    }
    parameters.add(Value.texts(rest));
    return new Call(request.verb() + " " + request.path(), parameters);
  }

  private static Reaction noted(Reaction reaction, Consumer<String> outcome) {
    if (reaction instanceof Receives receives) {
      return new Receives(receives.headers(), new NotedFlow(receives.flow(), outcome));
    } else if (reaction instanceof Sends sends) {
      return new Sends(sends.headers(), sends.body(), new NotedFlow(sends.flow(), outcome));
    }
    outcome.accept("HTTP " + ((Refuses) reaction).status());
    return reaction;
  }

  private record NotedFlow(Flow flow, Consumer<String> outcome) implements Flow {
    @Override
    public void moved(long bytes) {
      flow.moved(bytes);
    }

    @Override
    public void finished() {
      flow.finished();
      outcome.accept("ok");
    }

    @Override
    public void broken() {
      flow.broken();
      outcome.accept("broken");
    }

    @Override
    public void stopBy(Runnable cut) {
      flow.stopBy(
          () -> {
            cut.run();
            outcome.accept("cancelled");
          });
    }
  }
}
