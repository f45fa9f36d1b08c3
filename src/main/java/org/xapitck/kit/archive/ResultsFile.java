package org.xapitck.kit.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.catalogue.Contract;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdicts;

/** Reads {@code results.json} back, so that every report can be made of an older run as well. */
public final class ResultsFile {
  /** The only form that this kit reads. */
  private static final String SCHEMA = "urn:xapi-task-tck:results:1";

  /** 64 MiB: a full run takes 1 MB, a server that fails everything at length 10. */
  private static final long LARGEST = 64L << 20;

  private final Catalogue catalogue;
  private final Fields fields;

  private ResultsFile(Catalogue catalogue, Fields fields) {
    this.catalogue = catalogue;
    this.fields = fields;
  }

  /**
   * Reads a run.
   *
   * @param place a report folder, or a results.json
   * @param catalogue gives the words of the requirements; one that it lacks keeps its id and level
   * @throws BadArchive where the file is missing, damaged, foreign or of an older kit
   */
  public static RunReport read(Path place, Catalogue catalogue) {
    Path file = Files.isDirectory(place) ? place.resolve("results.json") : place;
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadArchive(file + " is too large for a results.json: take that of a run");
      }
      return read(Files.readAllBytes(file), file.toString(), catalogue);
    } catch (NoSuchFileException e) {
      throw new BadArchive(file + " does not exist: give the report folder of a run");
    } catch (IOException e) {
      throw new BadArchive(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * The catalogue that judged a run; the newest where the kit does not have that.
   *
   * @param place as {@link #read(Path, Catalogue)} takes it
   * @throws BadArchive as {@link #read(Path, Catalogue)} does
   */
  public static Catalogue judge(Path place, Catalogues known) {
    RunReport report = read(place, known.newest());
    return known.find(report.catalogue()).orElseGet(known::newest);
  }

  static RunReport read(byte[] bytes, String name, Catalogue catalogue) {
    JsonNode tree;
    try {
      tree = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadArchive(name + " is damaged, it is no JSON: run again");
    }
    if (!tree.path("schema").asText().equals(SCHEMA)) {
      boolean older = tree.has("requirements") && tree.has("verdict") && tree.has("totals");
      throw new BadArchive(
          name
              + (older
                  ? " is of another version of the kit: run again with this one"
                  : " is no results.json of this kit: give the report folder of a run"));
    }
    return new ResultsFile(catalogue, new Fields(name, tree)).report();
  }

  private RunReport report() {
    JudgedRequirements judged = new JudgedRequirements(fields.list("requirements"), catalogue);
    Verdicts verdicts = Verdicts.of(judged.verdicts(), scope()).under(judged.known(), false);
    totals(verdicts);
    RunReport.Builder report =
        RunReport.of(verdicts)
            .kit(fields.text("kit"))
            .catalogue(fields.text("catalogue"))
            .contract(contract())
            .server("url", fields.text("server"))
            .release(fields.text("release"))
            .accounts(fields.texts("accounts"), fields.texts("missing_accounts"))
            .command(fields.optional("command"))
            .started(started())
            .calls(calls())
            .scenarios(scenarios())
            .ended(
                fields.word(fields.text("verdict"), Overall.values(), Overall::id),
                fields.number("exit"));
    fields.map("server_says").forEach((title, text) -> report.server(title, text.asText()));
    fields
        .map("phases_ms")
        .forEach((name, took) -> report.phase(name, Duration.ofMillis(took.asLong())));
    fields.texts("notices").forEach(report::notice);
    return report.build(Redaction.DONE);
  }

  /** What the run was judged by; the kit's own text where the file is older than that. */
  private Optional<Citation> contract() {
    if (!fields.has("contract")) {
      return catalogue.contract().map(Contract::whole);
    }
    Fields text = fields.object("contract");
    try {
      return Optional.of(
          new Citation(text.text("title"), Optional.of(new URI(text.text("address")))));
    } catch (URISyntaxException e) {
      throw text.damaged("its contract has no address");
    }
  }

  private Scope scope() {
    Set<Wire> wires = EnumSet.noneOf(Wire.class);
    fields.texts("wires").forEach(word -> wires.add(fields.wire(word)));
    if (wires.isEmpty()) {
      throw fields.damaged("it names no wire");
    }
    Scope scope = Scope.whole(wires);
    for (Map.Entry<String, JsonNode> absent : fields.map("not_served").entrySet()) {
      scope =
          scope.withoutWire(
              fields.wire(absent.getKey()), new Reason.Restored(absent.getValue().asText()));
    }
    Filter filter = filter();
    Set<String> ids = new TreeSet<>();
    fields.list("requirements").forEach(entry -> ids.add(entry.text("id")));
    return filter.isNone() ? scope : scope.filtered(filter, ids);
  }

  private Filter filter() {
    Fields selection = fields.object("selection");
    String shard = selection.text("shard");
    return new Filter(
        selection.text("tags"),
        Shard.of(shard).orElseThrow(() -> fields.damaged("its filter has the share " + shard)),
        selection.texts("missing"));
  }

  /** Totals that do not fit betray a result that somebody dropped. */
  private void totals(Verdicts verdicts) {
    Map<String, JsonNode> totals = fields.map("totals");
    verdicts
        .totals()
        .forEach(
            (verdict, number) -> {
              JsonNode said = totals.get(verdict.id());
              if (said == null || said.asInt(-1) != number) {
                throw fields.damaged("its totals do not add up");
              }
            });
  }

  private static ScenarioResult.Place place(Fields entry) {
    return new ScenarioResult.Place(
        entry.wire(entry.text("wire")),
        entry.text("feature"),
        entry.text("rule"),
        entry.text("name"),
        Role.of(entry.optional("role")));
  }

  private List<ScenarioResult> scenarios() {
    return fields.list("scenarios").stream()
        .map(
            entry ->
                new ScenarioResult(
                    place(entry),
                    entry.texts("requirements"),
                    entry.verdict(),
                    JudgedRequirements.explanation(entry),
                    Duration.ofMillis(entry.number("ms")),
                    Optional.of(entry.optional("known")).filter(known -> !known.isEmpty()),
                    entry.optionalNumber("new_in")))
        .toList();
  }

  private Instant started() {
    try {
      return Instant.parse(fields.text("started"));
    } catch (DateTimeParseException e) {
      throw fields.damaged("its date cannot be read");
    }
  }

  private Map<Wire, Long> calls() {
    Map<Wire, Long> calls = new EnumMap<>(Wire.class);
    fields.map("calls").forEach((word, n) -> calls.put(fields.wire(word), n.asLong()));
    return calls;
  }
}
