package org.xapitck.kit.model;

/**
 * A user name and password that give a session.
 *
 * @param name key of the accounts file: a role, {@code root}, or {@code <role>-2}
 * @param username as the server knows it
 * @param password never printed
 */
public record Account(String name, String username, String password) {
  /** How the key of a second user of a role ends. */
  private static final String SECOND = "-2";

  /** The key without the number of a second user: a role, or {@code root}. */
  public static String roleName(String name) {
    return isSecondUser(name) ? name.substring(0, name.length() - SECOND.length()) : name;
  }

  /** Whether a key is of a second user. */
  public static boolean isSecondUser(String name) {
    return name.endsWith(SECOND);
  }

  /** Id of the role that the account is given for, or {@code root}. */
  public String roleName() {
    return roleName(name);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return name + " (" + username + ")";
  }
}
