package org.xapitck.kit.cli;

import java.util.Collection;
import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.ConfigFile;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.config.AccountsFile;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code config}: the options that a run would have, as a file for {@code --config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the options that run would use, from --config, the command line and "
          + "the defaults, as a file for --config; accounts without passwords."
    },
    footer = "%nTakes every option of run; run --help shows them.")
final class ConfigCommand implements Callable<Integer> {

  @Mixin private RunArguments arguments;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var options = arguments.options();
    spec.options().stream()
        .filter(option -> !isOther(option))
        .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
        .forEach(this::print);
    options
        .server()
        .accounts()
        .ifPresent(
            file -> {
              for (Account account :
                  new AccountsFile(Environment.ofProcess().variables()).read(file).all()) {
                out("# " + account.name() + ": " + account.username() + ", password not shown");
              }
            });
    return 0;
  }

  private static boolean isOther(OptionSpec option) {
    return option.usageHelp()
        || option.versionHelp()
        || option.longestName().equals(ConfigFile.OPTION)
        || option.longestName().equals("--debug");
  }

  private void print(OptionSpec option) {
    Object value = option.getValue();
    String key = option.longestName().substring(2);
    if (value instanceof Collection<?> many) {
      if (!many.isEmpty()) {
        out(key + ":");
        many.forEach(one -> out("  - " + quoted(one)));
      }
    } else if (value != null && !value.equals("") && !value.equals(false)) {
      out(key + ": " + quoted(value));
    }
  }

  private static String quoted(Object value) {
    String text = value.toString();
    return text.matches("[A-Za-z0-9/][A-Za-z0-9_./-]*")
        ? text
        : "'" + text.replace("'", "''") + "'";
  }

  private void out(String line) {
    spec.commandLine().getOut().println(line);
  }
}
