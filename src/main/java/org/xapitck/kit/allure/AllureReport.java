package org.xapitck.kit.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.DefaultLaunchResults;
import io.qameta.allure.Extension;
import io.qameta.allure.Reader;
import io.qameta.allure.allure1.Allure1Plugin;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.behaviors.BehaviorsPlugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.xapitck.kit.report.History;
import org.xapitck.kit.report.ReportData;
import org.xapitck.kit.report.ReportFolderException;

/**
 * Makes the Allure report: one HTML file that opens from disk.
 *
 * <p>Allure's readers and aggregators do the work; the file around their data is the kit's own
 * ({@link AllurePage}). Allure's generator would put a Google script into it, post to Google and
 * wait for that, unless an environment variable says no, which a program cannot set for itself.
 */
public final class AllureReport {

  private AllureReport() {}

  /**
   * Everything that a tab or a widget of the report shows. Left out: analytics, the mail page, the
   * exports for two databases, links for an editor, owners, Allure 1, Markdown (the kit writes HTML
   * itself) and retries: they would fold tests that have the same id, and here every result counts.
   */
  private static List<Extension> extensions() {
    return List.of(
        new Allure2Plugin(),
        (Reader) AllureReport::readEnvironment,
        new Allure1EnvironmentPlugin(),
        new ExecutorPlugin(),
        new TagsPlugin(),
        new SeverityPlugin(),
        new HistoryPlugin(),
        new HistoryTrendPlugin(),
        new CategoriesPlugin(),
        new CategoriesTrendPlugin(),
        new DurationPlugin(),
        new DurationTrendPlugin(),
        new StatusChartPlugin(),
        new TimelinePlugin(),
        new SuitesPlugin(),
        new BehaviorsPlugin(),
        new TestsResultsPlugin(),
        new AttachmentsPlugin(),
        new SummaryPlugin(),
        new LaunchPlugin());
  }

  /**
   * Generates {@code index.html}.
   *
   * @param results the folder {@code allure-results}
   * @param report the folder that the file is made in
   * @param title name of the report
   * @return the file
   * @throws ReportFolderException where it cannot be written
   */
  public static Path generate(Path results, Path report, String title) {
    Configuration configuration =
        ConfigurationBuilder.empty()
            .withExtensions(extensions())
            .withReportName(PageText.whole(title))
            .build();
    History.hand(report, results);
    Gathered gathered = new Gathered();
    if (Files.isDirectory(results)) {
      for (Reader reader : configuration.getExtensions(Reader.class)) {
        reader.readResults(configuration, gathered, results);
      }
    }
    ReportData data = new ReportData();
    for (Aggregator2 aggregator : configuration.getExtensions(Aggregator2.class)) {
      aggregator.aggregate(configuration, List.of(gathered.launch()), data);
    }
    // the Graphs tab breaks off where it is missing; nothing is ever a retry here
    Map<String, Integer> noRetries = Map.of("run", gathered.results.size(), "retry", 0);
    data.addDataJson("widgets/retry-trend.json", List.of(Map.of("data", noRetries)));
    History.keep(data, report);
    AllureOverview.mend(data);
    Path page = report.resolve("index.html");
    AllurePage.write(page, title, data);
    return page;
  }

  /** The kit's own reader: Allure's is part of the plugin that looks for XML of Allure 1. */
  private static void readEnvironment(
      Configuration configuration, ResultsVisitor visitor, Path results) {
    Path file = results.resolve(AllureExtras.ENVIRONMENT);
    if (Files.isRegularFile(file)) {
      Map<String, String> lines = AllureExtras.environment(file);
      lines.replaceAll((title, text) -> PageText.harmless(text));
      visitor.visitExtra(Allure1Plugin.ENVIRONMENT_BLOCK_NAME, lines);
    }
  }

  /**
   * What the readers found. Allure's own visitor detects types of attachments by a large library.
   */
  private static final class Gathered implements ResultsVisitor {
    private final Set<TestResult> results = ConcurrentHashMap.newKeySet();
    private final Map<Path, Attachment> attachments = new ConcurrentHashMap<>();
    private final Map<String, Object> extra = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();

    @Override
    public Attachment visitAttachmentFile(Path file) {
      return attachments.computeIfAbsent(file, this::attachment);
    }

    private Attachment attachment(Path file) {
      String name = file.getFileName().toString();
      String uid = "a" + Long.toString(number.incrementAndGet(), 36);
      int dot = name.lastIndexOf('.');
      return new Attachment()
          .setUid(uid)
          .setName(name)
          .setSource(uid + (dot < 0 ? "" : name.substring(dot)))
          .setType("application/octet-stream")
          .setSize(file.toFile().length());
    }

    @Override
    public void visitTestResult(TestResult result) {
      if (result.getTestStage() != null) {
        // it repeats what stands above it
        result.getTestStage().setStatusMessage(null).setStatusTrace(null);
      }
      result.setStatusMessage(PageText.harmless(result.getStatusMessage()));
      result.setStatusTrace(PageText.harmless(result.getStatusTrace()));
      result.getParameters().forEach(one -> one.setValue(PageText.harmless(one.getValue())));
      results.add(result);
    }

    @Override
    public void visitExtra(String name, Object object) {
      extra.put(name, object);
    }

    @Override
    public void error(String message, Exception e) {
      throw new ReportFolderException("allure-results cannot be read: " + message, e);
    }

    @Override
    public void error(String message) {
      throw new ReportFolderException("allure-results cannot be read: " + message, null);
    }

    LaunchResults launch() {
      return new DefaultLaunchResults(results, attachments, extra);
    }
  }
}
