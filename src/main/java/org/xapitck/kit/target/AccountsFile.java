package org.xapitck.kit.target;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads an accounts file: a YAML map of role to user name and one of three sources of the password.
 */
public final class AccountsFile {
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
    Map<String, Map<String, String>> raw = parse(file);
    if (raw == null || raw.isEmpty()) {
      throw new BadConfiguration("the accounts file " + file + " holds no account");
    }
    Map<String, Account> accounts = new LinkedHashMap<>();
    raw.forEach((name, members) -> accounts.put(name, account(file, name, members)));
    if (accounts.keySet().stream().allMatch(name -> name.endsWith("-2"))) {
      throw new BadConfiguration(
          "the accounts file " + file + " holds only second users; name a role without -2");
    }
    return new Accounts(accounts);
  }

  private static Map<String, Map<String, String>> parse(Path file) {
    try {
      ObjectMapper yaml =
          new ObjectMapper(
              YAMLFactory.builder()
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build());
      yaml.configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);
      return yaml.readValue(Files.readString(file), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      // its own message may quote the line, and so a password
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadConfiguration(
          "the accounts file "
              + file
              + (line > 0 ? ", line " + line : "")
              + ": expected a map of role to username and password");
    } catch (IOException e) {
      throw new BadConfiguration("the accounts file " + file + " cannot be read");
    }
  }

  private Account account(Path file, String name, Map<String, String> members) {
    String where = "the accounts file " + file + ", " + name;
    String role = name.endsWith("-2") ? name.substring(0, name.length() - 2) : name;
    if (Role.of(role).isEmpty() && !name.equals(Accounts.ROOT)) {
      throw new BadConfiguration(
          where
              + ": no such role; allowed are "
              + Role.allowed()
              + ", each also with -2, and root");
    }
    if (members == null) {
      throw new BadConfiguration(where + ": lacks a username");
    }
    for (String key : members.keySet()) {
      if (!KEYS.contains(key)) {
        throw new BadConfiguration(
            where
                + ": unknown key "
                + key
                + "; allowed are username and one of password, password-env, password-file");
      }
    }
    String username = members.get("username");
    if (username == null || username.isEmpty()) {
      throw new BadConfiguration(where + ": lacks a username");
    }
    return new Account(name, username, password(where, members));
  }

  private String password(String where, Map<String, String> members) {
    List<String> sources =
        List.of("password", "password-env", "password-file").stream()
            .filter(key -> members.get(key) != null)
            .toList();
    if (sources.size() != 1) {
      throw new BadConfiguration(
          where + ": needs exactly one of password, password-env, password-file");
    }
    String value = members.get(sources.get(0));
    return switch (sources.get(0)) {
      case "password-env" -> {
        String found = environment.apply(value);
        if (found == null) {
          throw new BadConfiguration(where + ": the environment variable " + value + " is not set");
        }
        yield found;
      }
      case "password-file" -> passwordFile(where, value);
      default -> value;
    };
  }

  private static String passwordFile(String where, String file) {
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new BadConfiguration(where + ": the password file " + file + " cannot be read");
    }
  }
}
