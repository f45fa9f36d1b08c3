package org.xapitck.kit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.Verdicts;

/**
 * Everything that the reports of one run say; each of them reads this and nothing else.
 *
 * @param kit version of the kit
 * @param catalogue version or hash of the catalogue; empty where unknown
 * @param server what is known of the server, by title in the order of the reports; {@code url}
 *     first
 * @param release the release that it was judged by
 * @param accounts roles with an account, in words
 * @param missingAccounts roles without one
 * @param started when the run began
 * @param phases how long each part took, in order
 * @param calls calls sent, by wire
 * @param overall the word; that of the verdicts unless the run never got so far
 * @param exitCode of the process
 * @param verdicts every requirement, with the wires and the filter of the run
 * @param notices what nobody should miss, such as an unchecked certificate
 * @param scenarios every scenario that ran, in any order
 */
public record RunReport(
    String kit,
    String catalogue,
    Map<String, String> server,
    String release,
    List<String> accounts,
    List<String> missingAccounts,
    Instant started,
    Map<String, Duration> phases,
    Map<Wire, Long> calls,
    Overall overall,
    int exitCode,
    Verdicts verdicts,
    List<String> notices,
    List<ScenarioResult> scenarios) {

  /** Title of the line about the server that declares a scope; it stands beside the word. */
  public static final String DECLARED = "declared scope";

  public RunReport {
    server = Collections.unmodifiableMap(new LinkedHashMap<>(server));
    accounts = List.copyOf(accounts);
    missingAccounts = List.copyOf(missingAccounts);
    phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    calls = Map.copyOf(calls);
    notices = List.copyOf(notices);
    scenarios = List.copyOf(scenarios);
  }

  /** The wires of the run in a fixed order, those that are not served included. */
  public List<Wire> wires() {
    return verdicts.scope().wires().stream().sorted().toList();
  }

  /** The word, with the remarks that a baseline and a filter were used. */
  public String word() {
    StringBuilder word = new StringBuilder(overall.id());
    int known = verdicts.knownFailures();
    if (known > 0) {
      word.append(", with ").append(Text.count(known, "known deviation"));
    } else if (!verdicts.baseline().isEmpty()) {
      word.append(", with a baseline");
    }
    String declared = server.getOrDefault(DECLARED, "");
    word.append(declared.isEmpty() ? "" : ", for " + declared);
    return word.append(verdicts.scope().isFiltered() ? " (filtered)" : "").toString();
  }

  /** Begins a report of these verdicts. */
  public static Builder of(Verdicts verdicts) {
    return new Builder(verdicts);
  }

  /** Collects what a report says, so that no caller counts fourteen arguments. */
  public static final class Builder {
    private final Verdicts verdicts;
    private final Map<String, String> server = new LinkedHashMap<>();
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();
    private String kit = "";
    private String catalogue = "";
    private String release = "";
    private List<String> accounts = List.of();
    private List<String> missingAccounts = List.of();
    private Instant started = Instant.EPOCH;
    private Map<Wire, Long> calls = Map.of();
    private Overall overall;
    private int exitCode;
    private List<ScenarioResult> scenarios = List.of();

    private Builder(Verdicts verdicts) {
      this.verdicts = verdicts;
      this.overall = verdicts.overall();
      this.exitCode = verdicts.exitCode();
    }

    /** Version of the kit. */
    public Builder kit(String version) {
      this.kit = version;
      return this;
    }

    /** Version or hash of the catalogue. */
    public Builder catalogue(String version) {
      this.catalogue = version;
      return this;
    }

    /** One line about the server; {@code url} is asked for first. */
    public Builder server(String title, String text) {
      this.server.put(title, text);
      return this;
    }

    /** The release that the server was judged by. */
    public Builder release(String name) {
      this.release = name;
      return this;
    }

    /** Roles with and without an account; only names of roles, never of users. */
    public Builder accounts(List<String> present, List<String> missing) {
      this.accounts = present;
      this.missingAccounts = missing;
      return this;
    }

    /** When the run began. */
    public Builder started(Instant instant) {
      this.started = instant;
      return this;
    }

    /** How long one part took. */
    public Builder phase(String name, Duration took) {
      this.phases.put(name, took);
      return this;
    }

    /** Calls sent, by wire. */
    public Builder calls(Map<Wire, Long> byWire) {
      this.calls = byWire;
      return this;
    }

    /** Something nobody should miss. */
    public Builder notice(String sentence) {
      this.notices.add(sentence);
      return this;
    }

    /** Every scenario that ran. */
    public Builder scenarios(List<ScenarioResult> results) {
      this.scenarios = results;
      return this;
    }

    /**
     * The end of a run that the verdicts alone cannot tell: unreachable server (4), kit error (5).
     */
    public Builder ended(Overall word, int exit) {
      this.overall = word;
      this.exitCode = exit;
      return this;
    }

    /** The report of what was said so far; more may be said and built again. */
    public RunReport build() {
      return new RunReport(
          kit,
          catalogue,
          server,
          release,
          accounts,
          missingAccounts,
          started,
          phases,
          calls,
          overall,
          exitCode,
          verdicts,
          notices,
          scenarios);
    }
  }
}
