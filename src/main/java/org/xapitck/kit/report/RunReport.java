package org.xapitck.kit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.Verdicts;

/**
 * Everything that the reports of one run say; each of them reads this and nothing else. It is
 * redacted when it is built, so no writer can reach a text that holds a secret.
 */
public final class RunReport {

  /** Title of the line about the server that declares a scope; it stands beside the verdict. */
  public static final String DECLARED = "declared scope";

  private final RunParts.Judge judge;
  private final Map<String, String> server;
  private final RunParts.Roles roles;
  private final RunParts.Course course;
  private final RunParts.Ending ending;
  private final Verdicts verdicts;
  private final List<String> notices;
  private final List<LoginResult> logins;
  private final List<ScenarioResult> scenarios;

  private RunReport(Builder said, Redaction redaction) {
    Map<String, String> lines = new LinkedHashMap<>();
    said.server.forEach((title, text) -> lines.put(title, redaction.of(text)));
    this.judge =
        new RunParts.Judge(said.kit, said.catalogue, said.contract, redaction.of(said.release));
    this.server = Collections.unmodifiableMap(lines);
    this.roles = said.roles;
    this.course =
        new RunParts.Course(
            redaction.of(said.command),
            said.started,
            Collections.unmodifiableMap(new LinkedHashMap<>(said.phases)),
            Map.copyOf(said.calls));
    this.ending = new RunParts.Ending(said.overall, said.exitCode, redaction.of(said.kitError));
    this.verdicts = said.verdicts.redacted(redaction);
    this.notices = said.notices.stream().map(redaction::of).toList();
    this.logins = said.logins.stream().map(one -> one.redacted(redaction)).toList();
    this.scenarios = said.scenarios.stream().map(one -> one.redacted(redaction)).toList();
  }

  /** Version of the kit. */
  public String kit() {
    return judge.kit();
  }

  /** Version and hash of the catalogue; empty where unknown. */
  public String catalogue() {
    return judge.catalogue();
  }

  /** What the catalogue states, with its address; empty where unknown. */
  public Optional<Citation> contract() {
    return judge.contract();
  }

  /** The release that the server was judged by. */
  public String release() {
    return judge.release();
  }

  /** What is known of the server, by title in the order of the reports; {@code url} first. */
  public Map<String, String> server() {
    return server;
  }

  /** Roles with an account. */
  public List<String> accounts() {
    return roles.present();
  }

  /** Roles without an account. */
  public List<String> missingAccounts() {
    return roles.missing();
  }

  /** The command that repeats the run, as a shell takes it; empty where there is none. */
  public String command() {
    return course.command();
  }

  /** When the run began. */
  public Instant started() {
    return course.started();
  }

  /** How long each part took, in order. */
  public Map<String, Duration> phases() {
    return course.phases();
  }

  /** Calls sent, by wire. */
  public Map<Wire, Long> calls() {
    return course.calls();
  }

  /** The overall verdict; that of the verdicts unless the run never got so far. */
  public Overall overall() {
    return ending.overall();
  }

  /** Exit code of the process. */
  public int exitCode() {
    return ending.exitCode();
  }

  /** Every requirement, with the wires and the filter of the run. */
  public Verdicts verdicts() {
    return verdicts;
  }

  /** What nobody should miss, such as an unchecked certificate. */
  public List<String> notices() {
    return notices;
  }

  /** Logins that kept the scenarios of a wire from running. */
  public List<LoginResult> logins() {
    return logins;
  }

  /** The stack trace of what broke inside the kit; empty where nothing did. */
  public String kitError() {
    return ending.kitError();
  }

  /** Every scenario that ran, in any order. */
  public List<ScenarioResult> scenarios() {
    return scenarios;
  }

  /** The wires of the run in a fixed order, those that are not served included. */
  public List<Wire> wires() {
    return verdicts.scope().wires().stream().sorted().toList();
  }

  /** The word, with the remarks that a baseline and a filter were used. */
  public String word() {
    StringBuilder word = new StringBuilder(overall().id());
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

  /** Collects what a report says, piece by piece. */
  public static final class Builder {
    private final Verdicts verdicts;
    private final Map<String, String> server = new LinkedHashMap<>();
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();
    private final List<LoginResult> logins = new ArrayList<>();
    private String kit = "";
    private String catalogue = "";
    private Optional<Citation> contract = Optional.empty();
    private String release = "";
    private RunParts.Roles roles = new RunParts.Roles(List.of(), List.of());
    private String command = "";
    private Instant started = Instant.EPOCH;
    private Map<Wire, Long> calls = Map.of();
    private Overall overall;
    private int exitCode;
    private String kitError = "";
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

    /** What the catalogue states. */
    public Builder contract(Optional<Citation> text) {
      this.contract = text;
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
      this.roles = new RunParts.Roles(List.copyOf(present), List.copyOf(missing));
      return this;
    }

    /** The command that repeats the run. */
    public Builder command(String line) {
      this.command = line;
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

    /** A login that kept the scenarios of a wire from running. */
    public Builder login(LoginResult failed) {
      this.logins.add(failed);
      return this;
    }

    /** The stack trace of what broke inside the kit. */
    public Builder kitError(String trace) {
      this.kitError = trace;
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

    /**
     * The report of what was said so far; more may be said and built again.
     *
     * @param redaction takes the run's secrets out of every text
     */
    public RunReport build(Redaction redaction) {
      return new RunReport(this, redaction);
    }
  }
}
