package org.xapitck.kit.cli;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xapitck.kit.arguments.ConfigFile;
import org.xapitck.kit.arguments.OptionGroup;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of each command: options in groups, and of the options of a run only those that change
 * what the command does.
 */
final class GroupedHelp {
  /** Columns where the output is no terminal. */
  private static final int USUAL = 80;

  private static final Predicate<String> ALL = name -> true;

  /** Groups of a run's options, by command; a command that is not here shows all of them. */
  private static final Map<String, Predicate<String>> SHOWN =
      Map.of(
          "doctor",
          but(
              "--random-order",
              "--ledger",
              "--baseline",
              "--fail-on",
              "--fail-fast",
              "--report",
              "--book-url",
              "--color",
              "--verbose"),
          "list",
          only(
              "--wire",
              "--release",
              "--tags",
              "--shard",
              "--catalogue",
              "--roles",
              "--read-only",
              "--no-wrong-password"),
          "cleanup",
          only(
              "--url",
              "--accounts",
              "--ca-file",
              "--pin",
              "--insecure",
              "--allow-plaintext",
              "--client-cert",
              "--client-key",
              "--proxy",
              "--path",
              "--connect-timeout",
              "--call-timeout",
              "--time-scale",
              "--wire",
              "--ledger",
              "--max-rate"),
          "config",
          name -> false,
          "rerun",
          but("--tags"));

  private static final Map<String, List<String>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("Certify a server", List.of("doctor", "list", "run", "rerun", "cleanup"));
    COMMANDS.put("Live with known deviations", List.of("baseline", "config"));
    COMMANDS.put(
        "After a run", List.of("diff", "merge", "trace", "bundle", "verify-bundle", "spec"));
    COMMANDS.put("Without a server", List.of("simulate"));
  }

  private GroupedHelp() {}

  /**
   * Gives a command and those below it such a help.
   *
   * @param width columns; empty where the output is no terminal
   */
  static void install(CommandLine line, OptionalInt width) {
    line.setUsageHelpWidth(Math.max(55, width.orElse(USUAL)));
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, GroupedHelp::commands);
    line.getSubcommands()
        .values()
        .forEach(
            command -> {
              command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
              command
                  .getHelpSectionMap()
                  .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
            });
  }

  private static Predicate<String> only(String... names) {
    return Set.of(names)::contains;
  }

  private static Predicate<String> but(String... names) {
    return only(names).negate();
  }

  private static String options(Help help) {
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    Predicate<String> shown = SHOWN.getOrDefault(help.commandSpec().name(), ALL);
    List<OptionSpec> all = new ArrayList<>();
    groups.put("Options", new ArrayList<>());
    for (OptionSpec option : help.commandSpec().options()) {
      String group = group(option);
      boolean own = group.equals("Options");
      if (own || shown.test(option.longestName())) {
        groups.computeIfAbsent(group, any -> new ArrayList<>()).add(option);
        all.add(option);
      }
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> "%n%s:%n".formatted(group.getKey()) + text(help, all, group.getValue()))
        .collect(Collectors.joining());
  }

  private static String text(Help help, List<OptionSpec> all, List<OptionSpec> some) {
    Help.Layout layout = help.createDefaultLayout(all, List.of(), help.colorScheme());
    layout.addOptions(some, help.parameterLabelRenderer());
    return layout.toString();
  }

  /** The title of the class that holds it, or that of the command's own options. */
  private static String group(OptionSpec option) {
    Object place = option.userObject();
    OptionGroup group =
        place instanceof Member field && !option.longestName().equals(ConfigFile.OPTION)
            ? field.getDeclaringClass().getAnnotation(OptionGroup.class)
            : null;
    return group == null ? "Options" : group.value();
  }

  private static String commands(Help help) {
    StringBuilder text = new StringBuilder();
    int name = 16;
    COMMANDS.forEach(
        (title, names) -> {
          text.append("%n%s:%n".formatted(title));
          TextTable table =
              TextTable.forColumns(
                  help.colorScheme(),
                  new Column(name, 2, Column.Overflow.SPAN),
                  new Column(
                      help.commandSpec().usageMessage().width() - name, 1, Column.Overflow.WRAP));
          for (String command : names) {
            String first =
                help.subcommands().get(command).commandSpec().usageMessage().description()[0];
            table.addRowValues(command, first);
          }
          text.append(table);
        });
    return text.toString();
  }
}
