package org.xapitck.kit.allure;

import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 *   <li>Status by verdict: fail is failed, kit-error broken, not-testable and not-applicable
 *       skipped. A warning is passed, as its run may end conformant; the step that deviates is
 *       marked, and the message puts it into a category of its own.
 *   <li>One attachment with all exchanges; no hooks, no stack trace of a verdict, no host name.
 * </ul>
 */
public final class AllureShape implements AllureResultsWriter {

  private final AllureResultsWriter disk;
  private final ScenarioNotes notes;
  private final Redaction redaction;
  private final AllureTidy tidiness;

  public AllureShape(AllureResultsWriter disk, ScenarioNotes notes, Redaction redaction) {
    this.disk = disk;
    this.notes = notes;
    this.redaction = redaction;
    this.tidiness = new AllureTidy(redaction);
  }

  @Override
  public void write(TestResult result) {
    Optional<ScenarioNote> note = notes.of(result.getUuid());
    try {
      note.ifPresent(known -> shape(result, known));
      tidiness.tidy(result);
      disk.write(result);
    } catch (AllureResultsWriteException e) {
      // thrown on, it would end up as a fault of the scenario; Reports counts what is missing
      return;
    }
  }

  /** Hooks of the kit only; what they find stands in the status of the scenario. */
  @Override
  public void write(TestResultContainer container) {
    return;
  }

  @Override
  public void write(String source, InputStream attachment) {
    if (!source.endsWith(".txt") && !source.endsWith(".csv") && !source.endsWith(".json")) {
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
    judge(result, note);
    attach(result, note);
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
    if (note.result().counts() == Verdict.WARNING) {
      labels.add(label("tag", Verdict.WARNING.id()));
    }
    result.setLabels(labels);
    result.setLinks(
        note.links().stream()
            .map(link -> new Link().setName(link.name()).setUrl(link.url()).setType(link.type()))
            .toList());
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

  private static void judge(TestResult result, ScenarioNote note) {
    boolean known = note.result().counts() == Verdict.FAIL && note.result().known().isPresent();
    // a deviation that the baseline accepts must not turn the report red
    Status status = known ? Status.SKIPPED : status(note.result().counts());
    String trace =
        note.result().verdict() == Verdict.KIT_ERROR && result.getStatusDetails() != null
            ? result.getStatusDetails().getTrace()
            : null;
    String message =
        switch (note.result().counts()) {
          case PASS -> null;
          case FAIL ->
              note.result().known().map(reason -> "known deviation: " + reason + "\n").orElse("")
                  + note.result().message();
          // the word in front is what categories.json recognises
          default -> note.result().counts().id() + ": " + note.result().message();
        };
    result.setStatus(status);
    result.setStatusDetails(new StatusDetails().setMessage(message).setTrace(trace));
    Status deviating = note.result().counts() == Verdict.WARNING ? Status.BROKEN : status;
    result.getSteps().forEach(step -> mark(step, deviating));
  }

  /** The colour that each verdict has in Allure. */
  static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASS, WARNING -> Status.PASSED;
      case FAIL -> Status.FAILED;
      case NOT_APPLICABLE, NOT_TESTABLE -> Status.SKIPPED;
      case KIT_ERROR -> Status.BROKEN;
    };
  }

  /** A step that went wrong shows the scenario's colour, not the exception's. */
  private static void mark(StepResult step, Status status) {
    if (step.getStatus() == Status.FAILED || step.getStatus() == Status.BROKEN) {
      step.setStatus(status);
    }
    step.getSteps().forEach(inner -> mark(inner, status));
  }

  private void attach(TestResult result, ScenarioNote note) {
    if (note.transcript().isEmpty()) {
      return;
    }
    String source = result.getUuid() + "-exchanges-attachment.txt";
    disk.write(source, stream(note.transcript()));
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
