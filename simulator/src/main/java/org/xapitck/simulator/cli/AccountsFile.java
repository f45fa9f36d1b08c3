package org.xapitck.simulator.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.session.Account;
import org.xapitck.simulator.session.Accounts;

/**
 * Reads an accounts file: a YAML map of role, {@code root}, or {@code <role>-2} for a second user
 * of the role, to a map of {@code username} and one of {@code password}, {@code password-env} (the
 * name of an environment variable) and {@code password-file} (relative to the working folder).
 *
 * <p>It works on YAML's nodes, where every scalar is still the text that was written: a password
 * like 0123 stays what it is.
 */
public final class AccountsFile {
  private static final String ROOT = "root";
  private static final String SECOND = "-2";
  private static final String USERNAME = "username";
  private static final List<String> PASSWORDS =
      List.of("password", "password-env", "password-file");
  private static final List<String> KEYS =
      List.of(USERNAME, "password", "password-env", "password-file");

  private final YamlFile yaml;
  private final UnaryOperator<String> environment;

  private AccountsFile(Path file, UnaryOperator<String> environment) {
    this.yaml = new YamlFile("The accounts file " + file);
    this.environment = environment;
  }

  /**
   * Reads a file.
   *
   * @param environment the value of an environment variable, or null
   * @throws UsageException naming the file, the place in it and what is allowed; never a password
   */
  public static Accounts read(Path file, UnaryOperator<String> environment) throws UsageException {
    AccountsFile reader = new AccountsFile(file, environment);
    return reader.accounts(reader.yaml.root(reader.yaml.text(file)));
  }

  private Accounts accounts(Node root) throws UsageException {
    List<Account> accounts = new ArrayList<>();
    for (Map.Entry<String, Node> entry : yaml.map(root, "the file").entrySet()) {
      accounts.add(account(entry.getKey(), entry.getValue(), accounts.size()));
    }
    if (accounts.isEmpty()) {
      throw yaml.wrong(root, "it has no account; give at least one role, or root");
    }
    try {
      return Accounts.of(accounts);
    } catch (IllegalArgumentException twice) {
      throw yaml.wrong(root, twice.getMessage());
    }
  }

  private Account account(String key, Node value, int number) throws UsageException {
    Map<String, Node> fields = yaml.map(value, key, KEYS);
    if (!fields.containsKey(USERNAME)) {
      throw yaml.wrong(value, key + " needs " + USERNAME + " as text");
    }
    String username = text(fields.get(USERNAME), USERNAME, key);
    String password = password(fields, value, key);
    if (key.equals(ROOT)) {
      return new Account(username, password, "", Rights.ROOT);
    }
    String label = key.endsWith(SECOND) ? key.substring(0, key.length() - SECOND.length()) : key;
    Role role =
        Role.named(label)
            .orElseThrow(
                () -> yaml.wrong(value, "unknown role " + key + "; allowed are " + allowedRoles()));
    return new Account(username, password, Accounts.sid(number), Rights.of(role));
  }

  private String password(Map<String, Node> fields, Node account, String key)
      throws UsageException {
    List<String> given = PASSWORDS.stream().filter(fields::containsKey).toList();
    if (given.size() != 1) {
      throw yaml.wrong(account, key + " needs exactly one of " + String.join(", ", PASSWORDS));
    }
    String kind = given.get(0);
    Node node = fields.get(kind);
    String password =
        switch (kind) {
          case "password-env" -> passwordEnv(text(node, kind, key), node, key);
          case "password-file" -> passwordFile(text(node, kind, key), node, key);
          default -> yaml.text(node, kind + " of " + key);
        };
    if (password.isEmpty()) {
      throw yaml.wrong(
          node,
          kind
              + " of "
              + key
              + " gives an empty password; allowed is a text of one character or more");
    }
    return password;
  }

  private String passwordEnv(String name, Node node, String key) throws UsageException {
    String value = environment.apply(name);
    if (value == null) {
      throw yaml.wrong(node, key + " takes its password from " + name + ", which is not set");
    }
    return value;
  }

  private String passwordFile(String name, Node node, String key) throws UsageException {
    String what = "the password file " + name + " of " + key;
    try {
      String text =
          YamlFile.small(Path.of(name))
              .orElseThrow(
                  () ->
                      yaml.wrong(node, what + " is larger than 1 MiB, which is the most allowed"));
      // editors end a file with a line feed, which is no part of the password
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException | InvalidPathException e) {
      throw yaml.wrong(node, what + " cannot be read");
    }
  }

  private String text(Node node, String field, String key) throws UsageException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    throw yaml.wrong(node, key + " needs " + field + " as text");
  }

  private static String allowedRoles() {
    return Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "))
        + ", each with -2 behind it for a second user, and root";
  }
}
