package org.xapitck.kit.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.kit.work.TaskSource;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that let the kit start work on the server, whose tasks it then judges. */
@OptionGroup("Tasks that the server runs itself")
final class WorkArguments {
  private static final String SOURCE = "--task-source";
  private static final String PATIENCE = "--task-patience";

  @Option(
      names = SOURCE,
      paramLabel = "MESSAGE [ARGS]",
      arity = "1..*",
      parameterConsumer = Words.class,
      description =
          "A message that starts work on the server, such as Async.VM.clone, and its "
              + "arguments after the session; the kit judges, cancels and destroys its task. "
              + "{host} is a host of the server. Repeatable; name the longest work last. By "
              + "default the plans of a simulator, and nothing on any other server.")
  private List<String> sources;

  @Option(
      names = PATIENCE,
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long to watch the task of a source, 1 to 3600; ${DEFAULT-VALUE} by " + "default.")
  private int patience;

  /**
   * What the user lets the kit start.
   *
   * @param readOnly whether nothing that writes may be sent
   */
  ServerWork work(boolean readOnly) {
    if (patience < 1 || patience > ServerWork.MOST_PATIENCE.toSeconds()) {
      throw new BadConfiguration(
          PATIENCE
              + " "
              + patience
              + ": allowed are 1 to "
              + ServerWork.MOST_PATIENCE.toSeconds()
              + " seconds");
    }
    if (readOnly && sources != null) {
      throw new BadConfiguration(
          SOURCE + " starts work on the server, which --read-only forbids; leave one of them out");
    }
    return new ServerWork(
        Optional.ofNullable(sources)
            .map(all -> all.stream().map(line -> TaskSource.of(TaskSource.words(line))).toList()),
        Duration.ofSeconds(patience));
  }

  /** The words up to the next option; one word with blanks is all of them, as files have it. */
  static final class Words implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> left, ArgSpec option, CommandSpec command) {
      if (left.isEmpty() || left.peek().startsWith("--")) {
        throw new ParameterException(
            command.commandLine(), SOURCE + " needs a message, such as Async.VM.clone");
      }
      List<String> all = new ArrayList<>();
      List<String> before = option.getValue();
      all.addAll(before == null ? List.of() : before);
      all.add(source(left));
      option.setValue(all);
    }

    private static String source(Stack<String> left) {
      String first = left.pop();
      if (first.contains(" ")) {
        return first;
      }
      List<String> words = new ArrayList<>(List.of(first));
      while (!left.isEmpty() && !left.peek().startsWith("--")) {
        words.add(left.pop());
      }
      return TaskSource.line(words);
    }
  }
}
