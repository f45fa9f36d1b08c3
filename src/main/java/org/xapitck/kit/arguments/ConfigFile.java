package org.xapitck.kit.arguments;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.config.YamlMap;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.text.Excerpt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file of options: a YAML map of their names without dashes to their values. What stands on the
 * command line wins over it.
 */
public final class ConfigFile {
  /** The option that names the file. */
  public static final String OPTION = "--config";

  private static final String WHAT = "the configuration";
  private static final String EXPECTED = "a map of option to value, such as url: https://host/";

  private ConfigFile() {}

  /** Takes one option alone, to see whether its value will do. */
  @Command(name = "one")
  private static final class One {
    @Mixin private RunArguments arguments;
  }

  /**
   * The arguments with those of the file that they name put in; unchanged where they name none.
   *
   * @throws BadConfiguration with a line for each mistake of the file
   */
  public static String[] expand(String[] arguments) {
    List<String> given = List.of(arguments);
    Path file = file(given);
    if (file == null) {
      return arguments;
    }
    List<String> all = new ArrayList<>(given);
    List<String> mistakes = new ArrayList<>();
    CommandLine known = new CommandLine(new One());
    for (YamlMap.Entry entry : YamlMap.read(file, WHAT, EXPECTED).entries()) {
      String where = WHAT + " " + file + ", line " + entry.line() + ", " + entry.key() + ": ";
      try {
        List<String> options = options(entry, known);
        if (given.stream().noneMatch(word -> is(word, "--" + entry.key()))) {
          all.addAll(options);
        }
      } catch (BadConfiguration mistake) {
        mistake.mistakes().forEach(one -> mistakes.add(where + one));
      } catch (ParameterException mistake) {
        mistakes.add(where + Excerpt.firstLine(mistake.getMessage()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(mistakes);
    }
    return all.toArray(String[]::new);
  }

  private static Path file(List<String> arguments) {
    try {
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i).startsWith(OPTION + "=")) {
          return Path.of(arguments.get(i).substring(OPTION.length() + 1));
        }
        if (arguments.get(i).equals(OPTION) && i + 1 < arguments.size()) {
          return Path.of(arguments.get(i + 1));
        }
      }
    } catch (InvalidPathException e) {
      throw new BadConfiguration(OPTION + " " + e.getInput() + " is no name of a file");
    }
    return null;
  }

  private static boolean is(String word, String option) {
    return word.equals(option) || word.startsWith(option + "=");
  }

  /** The entry as arguments, tried on their own. */
  private static List<String> options(YamlMap.Entry entry, CommandLine known) {
    OptionSpec option = known.getCommandSpec().findOption("--" + entry.key());
    if (option == null || option.longestName().equals(OPTION)) {
      throw new BadConfiguration("unknown option; allowed are " + allowed(known));
    }
    if (entry.isMap() || entry.texts().isEmpty()) {
      throw new BadConfiguration("expected " + expected(option));
    }
    List<String> words = words(option, entry.texts());
    CommandLine trial = new CommandLine(new One());
    trial.parseArgs(words.toArray(String[]::new));
    if (!PAIRED.contains(entry.key())) {
      ((One) trial.getCommand()).arguments.options();
    }
    return words;
  }

  /** Each is of no use alone, which the whole shows. */
  private static final Set<String> PAIRED = Set.of("client-cert", "client-key");

  private static List<String> words(OptionSpec option, List<String> values) {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      if (values.equals(List.of("false"))) {
        return List.of();
      }
      if (!values.equals(List.of("true"))) {
        throw new BadConfiguration("expected true or false, not " + String.join(", ", values));
      }
      return List.of(name);
    }
    if (values.size() > 1 && !option.isMultiValue()) {
      throw new BadConfiguration("expected one value, not " + values.size());
    }
    return values.stream().map(value -> name + "=" + value).toList();
  }

  private static String expected(OptionSpec option) {
    return option.arity().max() == 0
        ? "true or false"
        : option.isMultiValue()
            ? "a list of " + option.paramLabel()
            : "one value, " + option.paramLabel();
  }

  private static String allowed(CommandLine known) {
    return known.getCommandSpec().options().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !name.equals(OPTION))
        .map(name -> name.substring(2))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Words that would put a password where every user of the machine can read it. */
  public static void refusePasswords(String[] arguments) {
    TreeSet<String> names = new TreeSet<>();
    Arrays.stream(arguments)
        .filter(word -> word.matches("--?(pw|pass(word|wd)?)(=.*)?"))
        .forEach(word -> names.add(word.replaceFirst("=.*", "")));
    if (!names.isEmpty()) {
      throw new BadConfiguration(
          names.first()
              + ": a password does not belong on the command line, where every user of the machine"
              + " can read it; write it into a file and name that by password-file, or use"
              + " password-env, in the file of --accounts");
    }
  }
}
