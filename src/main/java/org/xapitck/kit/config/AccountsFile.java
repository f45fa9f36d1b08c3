package org.xapitck.kit.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Role;

/**
 * Reads an accounts file: a YAML map of role to user name and one of three sources of the password.
 */
public final class AccountsFile {
  private static final String WHAT = "the accounts file";
  private static final String EXPECTED = "a map of role to username and password";
  private static final List<String> PASSWORDS =
      List.of("password", "password-env", "password-file");

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
        mistake.mistakes().forEach(one -> mistakes.add(where + one));
      }
    }
    if (mistakes.isEmpty() && accounts.keySet().stream().allMatch(Account::isSecondUser)) {
      mistakes.add(WHAT + " " + file + " holds only second users; name a role without -2");
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(mistakes);
    }
    return new Accounts(accounts);
  }

  private Account account(YamlMap.Entry entry) {
    List<String> mistakes = new ArrayList<>();
    String role = Account.roleName(entry.key());
    if (Role.of(role).isEmpty() && !entry.key().equals(Accounts.ROOT)) {
      mistakes.add("no such role; allowed are " + Role.allowed() + ", each also with -2, and root");
    }
    if (!entry.isMap()) {
      mistakes.add("expected username and one of password, password-env, password-file");
      throw new BadConfiguration(mistakes);
    }
    for (YamlMap.Entry member : entry.map()) {
      if (!member.key().equals("username") && !PASSWORDS.contains(member.key())) {
        mistakes.add(
            "unknown key "
                + member.key()
                + " (line "
                + member.line()
                + "); allowed are username and one of password, password-env, password-file");
      }
    }
    if (value(entry.map(), "username").isEmpty()) {
      mistakes.add("lacks a username");
    }
    String password = "";
    try {
      password = password(entry.map());
    } catch (BadConfiguration mistake) {
      mistakes.add(mistake.getMessage());
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfiguration(mistakes);
    }
    return new Account(entry.key(), value(entry.map(), "username"), password);
  }

  /** Empty where the key is not there, or has no text. */
  private static String value(List<YamlMap.Entry> members, String key) {
    return members.stream()
        .filter(member -> member.key().equals(key) && member.texts().size() == 1)
        .map(member -> member.texts().get(0))
        .findFirst()
        .orElse("");
  }

  private String password(List<YamlMap.Entry> members) {
    List<YamlMap.Entry> sources =
        members.stream().filter(member -> PASSWORDS.contains(member.key())).toList();
    if (sources.size() != 1) {
      throw new BadConfiguration("needs exactly one of password, password-env, password-file");
    }
    String key = sources.get(0).key();
    String value = value(members, key);
    String password =
        switch (key) {
          case "password-env" -> variable(value);
          case "password-file" -> passwordFile(value);
          default -> value;
        };
    if (password.isEmpty()) {
      throw new BadConfiguration(
          key
              + " (line "
              + sources.get(0).line()
              + ") gives an empty password; allowed is a text of one character or more");
    }
    return password;
  }

  private String variable(String name) {
    String found = environment.apply(name);
    if (found == null) {
      throw new BadConfiguration("the environment variable " + name + " is not set");
    }
    return found;
  }

  private static String passwordFile(String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new BadConfiguration("the password file " + name + " cannot be read");
    }
    String text = YamlMap.text(file, "the password file");
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
