package org.xapitck.kit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.support.Waiting;

/**
 * Prints the table of src/README.md, "Speed". It is no test and runs only by its name, after {@code
 * package}: {@code mvn -q verify -Dtest=SpeedFigures -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("jars")
class SpeedFigures {
  /** What is compared, from the top folder of the checkout. */
  static final List<String> STARTS =
      List.of("src/target/xapi-task-tck run", "java -jar src/target/xapi-task-tck.jar run");

  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  /** 5: the median then stands for more than one run that nothing disturbed. */
  private static final int RUNS = Integer.getInteger("speed.runs", 5);

  @TempDir private Path folder;

  @Test
  void printTable() throws Exception {
    Map<String, List<MeasuredRun>> runs = new LinkedHashMap<>();
    STARTS.forEach(start -> runs.put(start, new ArrayList<>()));
    for (int i = 1; i <= RUNS; i++) {
      // in turn, so that a machine that slows down favours neither
      for (String start : STARTS) {
        MeasuredRun run = measured(start);
        runs.get(start).add(run);
        System.out.printf(
            Locale.ROOT,
            "%d of %d: %s: %.1f s, CPU %.1f s%n",
            i,
            RUNS,
            start,
            run.seconds().get(MeasuredRun.WALL_CLOCK),
            run.seconds().get(MeasuredRun.CPU));
      }
    }
    System.out.println("\n" + new SpeedTable(machine(), runs).markdown());
  }

  private MeasuredRun measured(String start) throws IOException, InterruptedException {
    Path reports = Files.createTempDirectory(folder, "reports");
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "time " + start + " --report \"$0\"", reports.toString())
            .directory(TOP.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    // the options of somebody's environment are not those of a start
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(environment::remove);
    String java = System.getProperty("java.home");
    environment.put("JAVA_HOME", java);
    environment.put("PATH", Path.of(java, "bin") + ":" + environment.get("PATH"));
    environment.put("TIMEFORMAT", MeasuredRun.TIME_FORMAT);
    int code = Waiting.exit(builder.start(), start, () -> Waiting.text(out));
    assertThat(code).as("exit code of %s; its output: %s", start, Waiting.text(out)).isZero();
    return MeasuredRun.of(Waiting.text(out));
  }

  private static String machine() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // 2^30 bytes: the unit in which memory is sold
    long gib = Math.round(system.getTotalMemorySize() / (double) (1 << 30));
    return system.getAvailableProcessors()
        + " cores ("
        + system.getArch()
        + ") with "
        + gib
        + " GiB, Java "
        + Runtime.version();
  }
}
