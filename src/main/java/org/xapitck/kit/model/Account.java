package org.xapitck.kit.model;

/**
 * A user name and password that give a session.
 *
 * @param name key of the accounts file: a role, {@code root}, or {@code <role>-2}
 * @param username as the server knows it
 * @param password never printed
 */
public record Account(String name, String username, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return name + " (" + username + ")";
  }
}
