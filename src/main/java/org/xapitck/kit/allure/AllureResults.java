package org.xapitck.kit.allure;

import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.report.NotedCall;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.ScenarioNote;
import org.xapitck.kit.report.ScenarioNotes;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.verdict.Verdict;

/**
 * The Allure results of one run. A scenario that passed is written at once. Of any other only the
 * whole run can say what it is to be blamed on, so it is written when the run is judged. Safe for
 * use by many threads.
 */
public final class AllureResults {

  /**
   * 1,000 files of single bodies: where more is broken than that, it is broken everywhere, and the
   * exchanges of each test still hold them all.
   */
  private static final int BODIES = 1_000;

  private final AllureResultsWriter disk;
  private final Queue<Held> held = new ConcurrentLinkedQueue<>();
  private int bodies;

  private record Held(TestResult result, ScenarioNote note, Redaction redaction) {}

  /**
   * Results of a run that has not begun.
   *
   * @param folder {@code allure-results}
   */
  public AllureResults(Path folder) {
    this.disk = new FileSystemResultsWriter(folder);
  }

  /**
   * A listener for one execution by Cucumber, that is for one wire.
   *
   * @param notes what the run knows of a scenario
   * @param redaction takes secrets out of every text
   */
  public KitAllure listener(ScenarioNotes notes, Redaction redaction) {
    return new KitAllure(shape(notes, redaction));
  }

  /** What gives the results of one wire their shape. */
  public AllureShape shape(ScenarioNotes notes, Redaction redaction) {
    return new AllureShape(this, disk, notes, redaction);
  }

  /** Takes a result that has its shape, but for what it is to be blamed on. */
  void take(TestResult result, ScenarioNote note, Redaction redaction) {
    if (note.result().verdict() == Verdict.PASS) {
      write(result, redaction);
    } else {
      held.add(new Held(result, note, redaction));
    }
  }

  /** Writes what waited for the end of the run. */
  public void finish(RunReport report) {
    Map<String, ScenarioResult> settled = new HashMap<>();
    report.scenarios().forEach(one -> settled.put(key(one, Redaction.DONE), one));
    for (Held one = held.poll(); one != null; one = held.poll()) {
      ScenarioResult end =
          settled.getOrDefault(key(one.note().result(), one.redaction()), one.note().result());
      AllureVerdict.of(end, report.verdicts()).show(one.result(), end);
      if (end.counts() == Verdict.FAIL || end.counts() == Verdict.WARNING) {
        bodies(one);
      }
      write(one.result(), one.redaction());
    }
  }

  private static String key(ScenarioResult one, Redaction redaction) {
    return String.join(
        "\u0000",
        one.wire().id(),
        one.feature(),
        redaction.of(one.rule()),
        redaction.of(one.name()));
  }

  /** Request and answer apart, so that a viewer shows each by its type. */
  private void bodies(Held one) {
    int number = 0;
    List<Attachment> attachments = new ArrayList<>();
    for (NotedCall call : one.note().calls()) {
      number++;
      if (bodies + 2 > BODIES) {
        break;
      }
      attach(attachments, one, number + " " + call.name() + ": request", call.request());
      attach(attachments, one, number + " " + call.name() + ": answer", call.answer());
    }
    if (!one.note().script().isEmpty()) {
      NotedCall.Body script = new NotedCall.Body(one.note().script(), "text/plain");
      attach(attachments, one, "lines for bash: log in, and repeat the calls", script);
    }
    attachments.addAll(one.result().getAttachments());
    one.result().setAttachments(attachments);
  }

  private void attach(List<Attachment> attachments, Held one, String name, NotedCall.Body body) {
    if (body.text().isEmpty()) {
      return;
    }
    String source =
        one.result().getUuid() + "-" + attachments.size() + "-attachment" + ending(body);
    if (write(source, body.text(), one.redaction())) {
      bodies++;
      attachments.add(new Attachment().setName(name).setSource(source).setType(body.mediaType()));
    }
  }

  private static String ending(NotedCall.Body body) {
    return switch (body.mediaType()) {
      case "application/json" -> ".json";
      case "text/xml" -> ".xml";
      default -> ".txt";
    };
  }

  private boolean write(String source, String text, Redaction redaction) {
    InputStream bytes =
        new ByteArrayInputStream(redaction.of(text).getBytes(StandardCharsets.UTF_8));
    try {
      disk.write(source, bytes);
      return true;
    } catch (AllureResultsWriteException e) {
      // the result itself will be missing too, and Reports counts those
      return false;
    }
  }

  void write(TestResult result, Redaction redaction) {
    new AllureTidy(redaction).tidy(result);
    try {
      disk.write(result);
    } catch (AllureResultsWriteException e) {
      // thrown on, it would end up as a fault of the scenario; Reports counts what is missing
      return;
    }
  }
}
