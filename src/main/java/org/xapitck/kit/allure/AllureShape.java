package org.xapitck.kit.allure;

import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.report.Groups;
import org.xapitck.kit.report.ScenarioNote;
import org.xapitck.kit.report.ScenarioNotes;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.text.Sha256;
import org.xapitck.kit.verdict.Verdict;

/**
 * Gives every Allure result the shape of the kit on its way to the disk.
 *
 * <ul>
 *   <li>Ids come from requirements, wire, scenario and example, never from a file or a line: a
 *       moved or renamed feature keeps its history, and the three wires are three tests.
 *   <li>Labels: epic is the class, feature the message or field, story the rule; suites by wire and
 *       feature; severity by level.
 *   <li>One attachment with all exchanges; no hooks, no stack trace of a verdict, no host name.
 *   <li>Links lead to the contract and, where the run names one, to the book.
 * </ul>
 *
 * <p>Status by verdict, which {@link AllureVerdict} gives: fail is failed, kit-error broken,
 * not-testable and not-applicable skipped. A warning is passed, as its run may end conformant; the
 * step that deviates is marked.
 */
public final class AllureShape implements AllureResultsWriter {

  private final AllureResults results;
  private final AllureResultsWriter disk;
  private final ScenarioNotes notes;
  private final Redaction redaction;

  AllureShape(
      AllureResults results, AllureResultsWriter disk, ScenarioNotes notes, Redaction redaction) {
    this.results = results;
    this.disk = disk;
    this.notes = notes;
    this.redaction = redaction;
  }

  @Override
  public void write(TestResult result) {
    notes
        .of(result.getUuid())
        .ifPresentOrElse(note -> shape(result, note), () -> results.write(result, redaction));
  }

  /** Hooks of the kit only; what they find stands in the status of the scenario. */
  @Override
  public void write(TestResultContainer container) {
    return;
  }

  @Override
  public void write(String source, InputStream attachment) {
    if (!source.endsWith(".txt")
        && !source.endsWith(".csv")
        && !source.endsWith(".json")
        && !source.endsWith(".xml")) {
      disk.write(source, attachment);
      return;
    }
    try (attachment) {
      disk.write(source, stream(new String(attachment.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AllureResultsWriteException e) {
      // as above; the result of this scenario will be missing too, or shows that one is
      return;
    }
  }

  private InputStream stream(String text) {
    return new ByteArrayInputStream(redaction.of(text).getBytes(StandardCharsets.UTF_8));
  }

  private void shape(TestResult result, ScenarioNote note) {
    identify(result, note);
    label(result, note);
    describe(result, note);
    attach(result, note);
    if (note.result().verdict() == Verdict.PASS) {
      result.setStatus(Status.PASSED).setStatusDetails(null);
    }
    results.take(result, note, redaction);
  }

  private static void identify(TestResult result, ScenarioNote note) {
    List<String> key = new ArrayList<>();
    note.requirements().stream().map(Requirement::id).sorted().forEach(key::add);
    key.add(note.result().wire().id());
    key.add(result.getName());
    result.getParameters().stream()
        .map(parameter -> parameter.getName() + "=" + parameter.getValue())
        .sorted()
        .forEach(key::add);
    String id = hash(String.join("\u0000", key));
    result.setHistoryId(id).setTestCaseId(id);
    result.setFullName(
        note.result().feature() + ": " + result.getName() + " (" + note.result().wire().id() + ")");
    // the adapter's list is immutable for a plain scenario
    List<Parameter> parameters = new ArrayList<>(result.getParameters());
    parameters.add(new Parameter().setName("wire").setValue(note.result().wire().id()));
    result.setParameters(parameters);
  }

  private static void label(TestResult result, ScenarioNote note) {
    String first =
        note.requirements().stream()
            .findFirst()
            .map(Requirement::id)
            .orElse(note.result().feature());
    List<Label> labels = new ArrayList<>();
    labels.add(label("epic", Groups.epic(first)));
    labels.add(label("feature", Groups.feature(first)));
    labels.add(
        label(
            "story",
            note.result().rule().isEmpty() ? note.result().feature() : note.result().rule()));
    labels.add(label("parentSuite", note.result().wire().title()));
    labels.add(label("suite", note.result().feature()));
    labels.add(label("severity", severity(note)));
    // the Timeline tab has a lane per thread and groups them by host; the real one stays unnamed
    labels.add(label("host", note.result().wire().title()));
    result.getLabels().stream()
        .filter(label -> "thread".equals(label.getName()))
        .forEach(labels::add);
    labels.add(label("tag", note.result().wire().id()));
    note.requirements().forEach(requirement -> labels.add(label("tag", requirement.id())));
    result.setLabels(labels);
    Set<Link> links = new LinkedHashSet<>();
    for (Requirement requirement : note.requirements()) {
      requirement.citation().address().ifPresent(uri -> links.add(contract(requirement, uri)));
    }
    note.links()
        .forEach(
            link ->
                links.add(new Link().setName(link.name()).setUrl(link.url()).setType(link.type())));
    result.setLinks(List.copyOf(links));
  }

  private static Link contract(Requirement requirement, URI address) {
    return new Link()
        .setName("contract: " + requirement.citation().words().split("[,;]")[0])
        .setUrl(address.toString())
        .setType("contract");
  }

  /** How much a deviation would weigh; that from a must that is new in the catalogue only warns. */
  private static String severity(ScenarioNote note) {
    Level level =
        note.requirements().stream()
            .map(one -> one.grace().isPresent() ? Level.SHOULD : one.level())
            .min(Comparator.naturalOrder())
            .orElse(Level.INFO);
    return switch (level) {
      case MUST -> "critical";
      case SHOULD -> "minor";
      case INFO -> "trivial";
    };
  }

  /**
   * The rule and the catalogue's sentences, as HTML: a Markdown converter costs the report time.
   */
  private static void describe(TestResult result, ScenarioNote note) {
    StringBuilder html = new StringBuilder();
    if (!note.result().rule().isEmpty()) {
      html.append("<p><b>Rule:</b> ").append(Text.html(note.result().rule())).append("</p>");
    }
    for (Requirement requirement : note.requirements()) {
      html.append("<p><b>")
          .append(Text.html(requirement.id()))
          .append("</b> (")
          .append(requirement.level().id())
          .append(", since ")
          .append(Text.html(requirement.since()))
          .append("): ")
          .append(Text.html(requirement.text()))
          .append("<br>")
          .append(Text.anchor(requirement.citation()))
          .append("</p>");
    }
    result.setDescription(null).setDescriptionHtml(html.toString());
  }

  private void attach(TestResult result, ScenarioNote note) {
    if (note.transcript().isEmpty()) {
      return;
    }
    String source = result.getUuid() + "-exchanges-attachment.txt";
    try {
      disk.write(source, stream(note.transcript()));
    } catch (AllureResultsWriteException e) {
      // the result of this scenario will be missing too
      return;
    }
    List<Attachment> attachments = new ArrayList<>(result.getAttachments());
    attachments.add(new Attachment().setName("exchanges").setSource(source).setType("text/plain"));
    result.setAttachments(attachments);
  }

  static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  /** 32 hexadecimal digits, the form that Allure's own ids have. */
  static String hash(String text) {
    return Sha256.hex(text).substring(0, 32);
  }

  /** All that a result written without Cucumber needs. */
  static TestResult bare(
      String name, Stream<Label> labels, Status status, String message, Instant at) {
    long now = at.toEpochMilli();
    return new TestResult()
        .setUuid(hash(name))
        .setName(name)
        .setFullName(name)
        .setHistoryId(hash(name))
        .setTestCaseId(hash(name))
        .setLabels(labels.toList())
        .setStatus(status)
        .setStatusDetails(new StatusDetails().setMessage(message))
        .setStart(now)
        .setStop(now);
  }
}
