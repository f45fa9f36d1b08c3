package org.xapitck.kit.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.xapitck.kit.archive.BadArchive;
import org.xapitck.kit.arguments.ConfigFile;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.run.Environment;
import org.xapitck.kit.text.Excerpt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code xapi-task-tck}. */
@Command(
    name = "xapi-task-tck",
    mixinStandardHelpOptions = true,
    versionProvider = KitVersion.class,
    description = "Certifies servers of the XenAPI class task.",
    subcommands = {
      RunCommand.class,
      RerunCommand.class,
      ListCommand.class,
      BaselineCommand.class,
      CleanupCommand.class,
      SpecCommand.class,
      TraceCommand.class,
      DiffCommand.class,
      MergeCommand.class,
      BundleCommand.class,
      VerifyBundleCommand.class,
      DoctorCommand.class,
      ConfigCommand.class,
      SimulateCommand.class
    },
    commandListHeading = "",
    exitCodeListHeading = "%nExit codes of run:%n",
    exitCodeList = {
      "0:conformant",
      "1:non-conformant",
      "2:usage or configuration",
      "3:incomplete: a must was not tested",
      "4:server unreachable or login impossible",
      "5:the kit failed"
    })
public final class Main implements Runnable {
  /** Exit code: what the user gave cannot be used. */
  static final int EXIT_USAGE = 2;

  /** Exit code: the kit itself failed. */
  static final int EXIT_KIT_ERROR = 5;

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Groovy, which REST Assured is written in, links each call at once: 2 % of a run. It is set in
    // this process alone, never where TaskConformance runs.
    System.setProperty("groovy.indy.optimize.threshold", "0");
    System.exit(execute(arguments));
  }

  /** Runs the command; returns its exit code. */
  static int execute(String... arguments) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    String[] expanded;
    try {
      refuseLostFolder();
      ConfigFile.refusePasswords(arguments);
      expanded = ConfigFile.expand(arguments);
    } catch (BadConfiguration mistake) {
      return main.refuse(mistake, line);
    }
    if (List.of(arguments).stream().anyMatch(word -> word.matches("-h|--help"))) {
      GroupedHelp.install(line, Environment.ofProcess().screen().width());
    }
    return line.setParameterExceptionHandler((e, args) -> main.refuse(e, e.getCommandLine()))
        .setExecutionExceptionHandler((e, command, result) -> main.fail(e, command))
        .execute(expanded);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing, such as run; --help shows all");
  }

  /** Cucumber finds no scenario where Java has lost the name of the working folder. */
  private static void refuseLostFolder() {
    String here = Path.of("").toAbsolutePath().toString();
    boolean lost;
    try {
      lost = !Files.isDirectory(Path.of(here));
    } catch (InvalidPathException e) {
      lost = true;
    }
    if (lost) {
      throw new BadConfiguration("the working folder " + here + ": " + Mistake.LOCALE);
    }
  }

  private int refuse(Exception e, CommandLine line) {
    List<String> sentences =
        e instanceof BadConfiguration bad
            ? bad.mistakes()
            : List.of(
                e instanceof ParameterException parameter
                    ? Mistake.sentence(parameter)
                    : oneSentence(e));
    sentences.stream()
        .flatMap(String::lines)
        .forEach(sentence -> line.getErr().println("xapi-task-tck: " + sentence));
    return EXIT_USAGE;
  }

  private int fail(Exception e, CommandLine line) {
    if (debug) {
      e.printStackTrace(line.getErr());
    }
    if (e instanceof BadConfiguration
        || e instanceof ReportFolderException
        || e instanceof BadArchive) {
      return refuse(e, line);
    }
    if (e instanceof InvalidPathException path) {
      return refuse(new BadConfiguration(Mistake.unusable(path.getInput())), line);
    }
    line.getErr()
        .println(
            "xapi-task-tck: the kit failed: "
                + oneSentence(e)
                + (debug ? "" : " (--debug shows where)"));
    return EXIT_KIT_ERROR;
  }

  private static String oneSentence(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Excerpt.firstLine(message);
  }
}
