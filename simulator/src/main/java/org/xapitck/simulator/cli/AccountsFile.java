package org.xapitck.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
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
   * @throws UsageException naming the file, the place in it and what is allowed; never a password
   */
  public static Accounts read(Path file, UnaryOperator<String> environment) throws UsageException {
    return new AccountsFile(file, environment).accounts();
  }

  private Accounts accounts() throws UsageException {
    List<Account> accounts = new ArrayList<>();
    for (Map.Entry<String, Node> entry : map(document(), "the file").entrySet()) {
      accounts.add(account(entry.getKey(), entry.getValue(), accounts.size()));
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

  private Node document() throws UsageException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UsageException(
          "The accounts file " + file + " cannot be read; give a readable YAML file.", e);
    }
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      return root.orElseThrow(() -> wrong("it is empty; it must be a map of roles"));
    } catch (YamlEngineException e) {
      // the library's own message may quote the line, and so a password
      throw new UsageException(
          "The accounts file " + file + " is no YAML map of roles" + lineOf(e) + ".");
    }
  }

  private static String lineOf(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> "; see line " + (mark.getLine() + 1)).orElse("")
        : "";
  }

  private Account account(String key, Node value, int number) throws UsageException {
    Map<String, Node> fields = map(value, key);
    for (String field : fields.keySet()) {
      if (!USERNAME.equals(field) && !PASSWORDS.contains(field)) {
        throw wrong(key + " has the unknown key " + field + "; allowed are " + allowedKeys());
      }
    }
    String username = text(fields.get(USERNAME), USERNAME, key);
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

  private String password(Map<String, Node> fields, String key) throws UsageException {
    List<String> given = PASSWORDS.stream().filter(fields::containsKey).toList();
    if (given.size() != 1) {
      throw wrong(key + " needs exactly one of " + String.join(", ", PASSWORDS));
    }
    String kind = given.get(0);
    String text = text(fields.get(kind), kind, key);
    return switch (kind) {
      case "password-env" -> passwordEnv(text, key);
      case "password-file" -> passwordFile(text, key);
      default -> text;
    };
  }

  private String passwordEnv(String name, String key) throws UsageException {
    String value = environment.apply(name);
    if (value == null) {
      throw wrong(key + " takes its password from " + name + ", which is not set");
    }
    return value;
  }

  private String passwordFile(String name, String key) throws UsageException {
    try {
      String text = Files.readString(Path.of(name));
      // editors end a file with a line feed, which is no part of the password
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException | InvalidPathException e) {
      throw wrong("the password file " + name + " of " + key + " cannot be read");
    }
  }

  private String text(Node node, String field, String key) throws UsageException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    throw wrong(key + " needs " + field + " as text");
  }

  private Map<String, Node> map(Node node, String what) throws UsageException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(what + " must be a map of keys to values");
    }
    Map<String, Node> map = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(what + " must have keys of plain text");
      }
      if (map.put(key.getValue(), tuple.getValueNode()) != null) {
        throw wrong(what + " has the key " + key.getValue() + " twice");
      }
    }
    return map;
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
