package org.xapitck.kit.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The head of a page: its title, the one look and what it may do. No page loads anything.
 *
 * @param title of the window
 * @param style the whole style sheet
 * @param script what the policy adds so that scripts may run; empty for none at all
 */
public record Head(String title, String style, String script) {

  /** The head of a page without any script. */
  public static Head of(String title) {
    return new Head(title, look(), "");
  }

  /** The head of a page that runs the scripts that lie beside it, and no others. */
  public static Head withScripts(String title) {
    return new Head(title, look(), "; script-src 'self' file:");
  }

  private static String look() {
    try (InputStream in = Head.class.getResourceAsStream("look.css")) {
      if (in == null) {
        throw new IllegalStateException("look.css is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("look.css cannot be read from the jar", e);
    }
  }
}
