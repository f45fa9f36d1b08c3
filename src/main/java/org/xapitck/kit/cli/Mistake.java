package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in a sentence what is wrong with a command line: the value at fault, and what is allowed.
 */
final class Mistake {
  /** Java reads names of files by the charset of the locale alone. */
  static final String LOCALE =
      "the locale of this process cannot write this name; set LC_ALL=C.UTF-8";

  private Mistake() {}

  /** One sentence on what the parser could not read. */
  static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (e instanceof OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given twice; it takes one value";
    }
    ArgSpec argument = e.getArgSpec();
    if (argument == null || e.getValue() == null) {
      return Excerpt.firstLine(e.getMessage());
    }
    if (Path.class.equals(argument.type())) {
      return name(argument) + " " + unusable(e.getValue());
    }
    return name(argument) + " " + e.getValue() + ": " + expected(argument);
  }

  /** Why a name is none of a file: no name has a NUL; else the locale cannot write it. */
  static String unusable(String name) {
    return Excerpt.line(name, 200)
        + (name.indexOf('\0') >= 0 ? ": not the name of a file" : ": " + LOCALE);
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    boolean top = command.parent() == null;
    if (word.startsWith("-")) {
      List<String> options =
          command.options().stream().map(OptionSpec::longestName).sorted().toList();
      String unknown = (top ? "" : command.name() + ": ") + "unknown option " + word.split("=")[0];
      return unknown + meant(word.split("=")[0], options, help(command));
    }
    if (top) {
      Collection<String> commands = command.subcommands().keySet();
      return "unknown command "
          + word
          + meant(word, commands, "the commands are " + String.join(", ", commands));
    }
    String positionals =
        command.positionalParameters().stream()
            .map(ArgSpec::paramLabel)
            .collect(Collectors.joining(" "));
    return command.name()
        + " "
        + word
        + ": "
        + command.name()
        + (positionals.isEmpty() ? " takes options only" : " takes " + positionals + " only")
        + "; "
        + help(command);
  }

  private static String missing(MissingParameterException e) {
    String command = e.getCommandLine().getCommandSpec().name();
    boolean given =
        e.getMissing().stream()
            .allMatch(one -> one instanceof OptionSpec && e.getMessage().contains("parameter for"));
    if (given) {
      ArgSpec option = e.getMissing().get(0);
      return name(option) + " needs a value, " + option.paramLabel() + ". " + described(option);
    }
    return command
        + " needs "
        + e.getMissing().stream()
            .map(one -> one instanceof OptionSpec ? name(one) + " " + one.paramLabel() : name(one))
            .collect(Collectors.joining(" and "))
        + "; "
        + help(e.getCommandLine().getCommandSpec());
  }

  private static String help(CommandSpec command) {
    return command.qualifiedName().replaceFirst("^\\S+ ?", "").concat(" --help").strip()
        + " shows what there is";
  }

  /** Ends a sentence with the word that was meant, or else with what helps. */
  private static String meant(String word, Collection<String> words, String otherwise) {
    String question = Nearest.question(word, words);
    return question.isEmpty() ? "; " + otherwise : question;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String expected(ArgSpec argument) {
    if (argument instanceof OptionSpec option && option.arity().max() == 0) {
      return "it takes no value";
    }
    Class<?> type = argument.type();
    boolean whole = type == int.class || type == long.class || type == Long.class;
    boolean number = whole || type == double.class || type == Double.class;
    String kind = whole ? "not a whole number" : number ? "not a number" : "cannot be used";
    return kind + ". " + described(argument);
  }

  private static String described(ArgSpec argument) {
    String text = String.join(" ", argument.description());
    return text.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
  }
}
