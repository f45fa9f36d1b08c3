package org.xapitck.kit.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads an accounts file: a YAML map of role to user name and one of three sources of the password.
 */
public final class AccountsFile {
  private static final String WHAT = "the accounts file";
  private static final String EXPECTED = "a map of role to username and password";
  private static final Set<String> KEYS =
      Set.of("username", "password", "password-env", "password-file");

  private final UnaryOperator<String> environment;

  /**
   * A reader.
   *
   * @param environment value of an environment variable, null where it is not set
   */
  public AccountsFile(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the file.
   *
   * @throws BadConfiguration where it cannot be read, or holds anything else than accounts
   */
  public Accounts read(Path file) {
    List<YamlMap.Entry> entries = YamlMap.read(file, WHAT, EXPECTED).entries();
    if (entries.isEmpty()) {
      throw new BadConfiguration(WHAT + " " + file + " holds no account; expected " + EXPECTED);
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    for (YamlMap.Entry entry : entries) {
      String where = WHAT + " " + file + ", line " + entry.line() + ", " + entry.key() + ": ";
      try {
        accounts.put(entry.key(), account(entry));
      } catch (BadConfiguration mistake) {
        mistake.getMessage().lines().forEach(line -> mistakes.add(where + line));
      }
    }
    if (mistakes.isEmpty() && accounts.keySet().stream().allMatch(name -> name.endsWith("-2"))) {
      mistakes.add(WHAT + " " + file + " holds only second users; name a role without -2");
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(String.join("\n", mistakes));
    }
    return new Accounts(accounts);
  }

  private Account account(YamlMap.Entry entry) {
    List<String> mistakes = new ArrayList<>();
    String role = entry.key().replaceFirst("-2$", "");
    if (Role.of(role).isEmpty() && !entry.key().equals(Accounts.ROOT)) {
      mistakes.add("no such role; allowed are " + Role.allowed() + ", each also with -2, and root");
    }
    if (!entry.isMap()) {
      mistakes.add("expected username and one of password, password-env, password-file");
      throw new BadConfiguration(String.join("\n", mistakes));
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (YamlMap.Entry member : entry.map()) {
      if (!KEYS.contains(member.key())) {
        mistakes.add(
            "unknown key "
                + member.key()
                + " (line "
                + member.line()
                + "); allowed are username and one of password, password-env, password-file");
      } else if (member.texts().size() == 1) {
        members.put(member.key(), member.texts().get(0));
      }
    }
    String username = members.getOrDefault("username", "");
    if (username.isEmpty()) {
      mistakes.add("lacks a username");
    }
    String password = "";
    try {
      password = password(members);
    } catch (BadConfiguration mistake) {
      mistakes.add(mistake.getMessage());
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(String.join("\n", mistakes));
    }
    return new Account(entry.key(), username, password);
  }

  private String password(Map<String, String> members) {
    List<String> sources =
        List.of("password", "password-env", "password-file").stream()
            .filter(members::containsKey)
            .toList();
    if (sources.size() != 1) {
      throw new BadConfiguration("needs exactly one of password, password-env, password-file");
    }
    String value = members.get(sources.get(0));
    return switch (sources.get(0)) {
      case "password-env" -> {
        String found = environment.apply(value);
        if (found == null) {
          throw new BadConfiguration("the environment variable " + value + " is not set");
        }
        yield found;
      }
      case "password-file" -> passwordFile(value);
      default -> value;
    };
  }

  private static String passwordFile(String file) {
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException | InvalidPathException e) {
      throw new BadConfiguration("the password file " + file + " cannot be read");
    }
  }
}
