package org.xapitck.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.session.Account;
import org.xapitck.simulator.session.Accounts;

/**
 * Reads an accounts file: a YAML map of role, {@code root}, or {@code <role>-2} for a second user
 * of the role, to a map of {@code username} and one of {@code password}, {@code password-env} (the
 * name of an environment variable) and {@code password-file} (beside the accounts file, if
 * relative).
 */
public final class AccountsFile {
  private static final String ROOT = "root";
  private static final String SECOND = "-2";
  private static final String USERNAME = "username";
  private static final List<String> PASSWORDS =
      List.of("password", "password-env", "password-file");

  private final Path file;
  private final UnaryOperator<String> environment;

  private AccountsFile(Path file, UnaryOperator<String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /**
   * Reads a file.
   *
   * @param environment the value of an environment variable, or null
   * @throws UsageException naming the file, the place in it and what is allowed
   */
  public static Accounts read(Path file, UnaryOperator<String> environment) throws UsageException {
    return new AccountsFile(file, environment).accounts();
  }

  private Accounts accounts() throws UsageException {
    Map<?, ?> roles = map(load(), "the file");
    List<Account> accounts = new ArrayList<>();
    for (Map.Entry<?, ?> entry : roles.entrySet()) {
      accounts.add(account(String.valueOf(entry.getKey()), entry.getValue(), accounts.size()));
    }
    if (accounts.isEmpty()) {
      throw wrong("it has no account; give at least one role, or root");
    }
    try {
      return Accounts.of(accounts);
    } catch (IllegalArgumentException twice) {
      throw wrong(twice.getMessage());
    }
  }

  private Object load() throws UsageException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UsageException(
          "The accounts file " + file + " cannot be read; give a readable YAML file.", e);
    }
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException e) {
      String firstLine = e.getMessage().lines().findFirst().orElse("");
      throw new UsageException(
          "The accounts file " + file + " is no YAML map of roles (" + firstLine + ").", e);
    }
  }

  private Account account(String key, Object value, int number) throws UsageException {
    Map<?, ?> fields = map(value, key);
    for (Object field : fields.keySet()) {
      if (!USERNAME.equals(field) && !PASSWORDS.contains(field)) {
        throw wrong(key + " has the unknown key " + field + "; allowed are " + allowedKeys());
      }
    }
    String username = text(fields, USERNAME, key);
    String password = password(fields, key);
    if (key.equals(ROOT)) {
      return new Account(username, password, "", Rights.ROOT);
    }
    String label = key.endsWith(SECOND) ? key.substring(0, key.length() - SECOND.length()) : key;
    Role role =
        Role.named(label)
            .orElseThrow(() -> wrong("unknown role " + key + "; allowed are " + allowedRoles()));
    return new Account(username, password, Accounts.sid(number), Rights.of(role));
  }

  private String password(Map<?, ?> fields, String key) throws UsageException {
    Set<String> given = PASSWORDS.stream().filter(fields::containsKey).collect(Collectors.toSet());
    if (given.size() != 1) {
      throw wrong(key + " needs exactly one of " + String.join(", ", PASSWORDS));
    }
    String kind = given.iterator().next();
    String text = text(fields, kind, key);
    return switch (kind) {
      case "password-env" -> {
        String value = environment.apply(text);
        if (value == null) {
          throw wrong(key + " takes its password from " + text + ", which is not set");
        }
        yield value;
      }
      case "password-file" -> passwordFile(text, key);
      default -> text;
    };
  }

  private String passwordFile(String name, String key) throws UsageException {
    Path path = file.toAbsolutePath().resolveSibling(name);
    try {
      // editors end a file with a line feed, which is no part of the password
      return Files.readString(path).stripTrailing();
    } catch (IOException e) {
      throw new UsageException(
          "In the accounts file "
              + file
              + ", the password file of "
              + key
              + ", "
              + path
              + ", cannot be read.",
          e);
    }
  }

  private String text(Map<?, ?> fields, String field, String key) throws UsageException {
    Object value = fields.get(field);
    if (value == null || value instanceof Map || value instanceof List) {
      throw wrong(key + " needs " + field + " as text");
    }
    return String.valueOf(value);
  }

  private Map<?, ?> map(Object value, String what) throws UsageException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(what + " must be a map of keys to values");
  }

  private UsageException wrong(String why) {
    return new UsageException("The accounts file " + file + " is wrong: " + why + ".");
  }

  private static String allowedKeys() {
    return USERNAME + ", " + String.join(", ", PASSWORDS);
  }

  private static String allowedRoles() {
    return Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "))
        + ", each with -2 behind it for a second user, and root";
  }
}
