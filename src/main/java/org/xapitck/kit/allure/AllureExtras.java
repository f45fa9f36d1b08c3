package org.xapitck.kit.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.text.Printable;

/** The files beside Allure's results: categories by cause, the environment, the CI that ran it. */
public final class AllureExtras {

  /** The lines of the Environment widget. */
  static final String ENVIRONMENT = "environment.properties";

  private AllureExtras() {}

  /**
   * Writes them.
   *
   * @param results the folder {@code allure-results}
   * @param number of this run in its report folder, from 1
   * @param variables gives a variable of the environment, null where it is not set
   */
  public static void write(
      RunReport report, Path results, long number, UnaryOperator<String> variables) {
    ReportFolder.write(results.resolve("categories.json"), AllureCategories.of(report));
    ReportFolder.write(
        results.resolve(ENVIRONMENT), environment(report).getBytes(StandardCharsets.ISO_8859_1));
    ReportFolder.write(
        results.resolve("executor.json"),
        executor(report, number, variables).getBytes(StandardCharsets.UTF_8));
  }

  private static String environment(RunReport report) {
    Map<String, String> lines = new LinkedHashMap<>();
    // the widget shows five rows until somebody asks for all of them
    lines.put("verdict", report.word());
    if (!report.notices().isEmpty()) {
      lines.put("note", String.join("; ", report.notices()));
    }
    lines.put("server", report.server().getOrDefault("url", ""));
    lines.put("judged as release", report.release());
    report.contract().ifPresent(text -> lines.put("contract", text.text()));
    report
        .server()
        .forEach(
            (title, text) -> {
              if (!title.equals("url")) {
                lines.put("server " + title, text);
              }
            });
    lines.put("wires", report.wires().stream().map(Wire::id).collect(Collectors.joining(", ")));
    lines.put("roles with an account", String.join(", ", report.accounts()));
    if (!report.missingAccounts().isEmpty()) {
      lines.put("roles without an account", String.join(", ", report.missingAccounts()));
    }
    if (report.verdicts().scope().isFiltered()) {
      lines.put("filter", report.verdicts().scope().filter());
    }
    lines.put("kit", report.kit());
    if (!report.catalogue().isEmpty()) {
      lines.put("catalogue", report.catalogue());
    }
    StringBuilder properties = new StringBuilder();
    lines.forEach(
        (key, value) ->
            properties
                .append(escaped(key, true))
                .append(" = ")
                .append(escaped(value, false))
                .append('\n'));
    return properties.toString();
  }

  /** Reads the lines back in their order. */
  static Map<String, String> environment(Path file) {
    Map<String, String> lines = new LinkedHashMap<>();
    Properties ordered =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            return lines.put((String) key, (String) value);
          }
        };
    try (InputStream in = Files.newInputStream(file)) {
      ordered.load(in);
    } catch (IOException e) {
      throw new ReportFolderException(file + " cannot be read: " + ReportFolder.cause(e), e);
    }
    return lines;
  }

  /** The notation of java.util.Properties, written by hand because that one adds the date. */
  private static String escaped(String text, boolean key) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Printable.stripped(text).toCharArray()) {
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case ' ', ':', '=', '#', '!' -> escaped.append(key ? "\\" : "").append(c);
        default -> {
          if (c < 0x7f) {
            escaped.append(c);
          } else {
            escaped.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return escaped.toString();
  }

  /**
   * Who ran it: the CI, where that says so in its environment by names of its own, or the kit. The
   * order of the runs is what the trend goes by.
   */
  static String executor(RunReport report, long number, UnaryOperator<String> ci) {
    Map<String, Object> executor = new LinkedHashMap<>();
    if (ci.apply("GITHUB_ACTIONS") != null) {
      String run =
          or(ci.apply("GITHUB_SERVER_URL"), "https://github.com")
              + "/"
              + or(ci.apply("GITHUB_REPOSITORY"), "")
              + "/actions/runs/"
              + or(ci.apply("GITHUB_RUN_ID"), "");
      fill(executor, "GitHub Actions", "github", ci.apply("GITHUB_WORKFLOW"), run);
      order(executor, ci.apply("GITHUB_RUN_NUMBER"));
    } else if (ci.apply("GITLAB_CI") != null) {
      fill(executor, "GitLab CI", "gitlab", ci.apply("CI_JOB_NAME"), ci.apply("CI_JOB_URL"));
      order(executor, ci.apply("CI_PIPELINE_IID"));
    } else if (ci.apply("JENKINS_URL") != null) {
      fill(executor, "Jenkins", "jenkins", ci.apply("JOB_NAME"), ci.apply("BUILD_URL"));
      order(executor, ci.apply("BUILD_NUMBER"));
    } else {
      String at = report.started().truncatedTo(ChronoUnit.SECONDS).toString();
      fill(executor, "xapi-task-tck " + report.kit(), "local", "run of " + at, "");
      order(executor, String.valueOf(number));
    }
    executor.values().removeIf(value -> value == null || value.toString().isEmpty());
    try {
      return JsonMapper.builder().build().writeValueAsString(executor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private static void fill(
      Map<String, Object> executor, String name, String type, String build, String url) {
    executor.put("name", name);
    executor.put("type", type);
    executor.put("buildName", build);
    executor.put("buildUrl", url);
  }

  private static void order(Map<String, Object> executor, String number) {
    if (number != null && number.matches("\\d{1,18}")) {
      executor.put("buildOrder", Long.parseLong(number));
    }
  }
}
