package org.xapitck.kit.console;

import java.io.PrintStream;
import org.xapitck.kit.redaction.Secrets;

/** Shows what was checked, line by line: what is right, what to know, and what to fix, with how. */
public final class Checklist {
  private final PrintStream out;
  private final Secrets secrets;
  private boolean anythingToFix;

  /**
   * A list without a line.
   *
   * @param secrets what no line may show
   */
  public Checklist(PrintStream out, Secrets secrets) {
    this.out = out;
    this.secrets = secrets;
  }

  /** Something is right. */
  public void ok(String title, String words) {
    show("ok", title, words);
  }

  /** Something that the user should know. */
  public void note(String title, String words) {
    show("note", title, words);
  }

  /** Something that the user has to fix first, and how. */
  public void fix(String title, String words, String remedy) {
    anythingToFix = true;
    show("FIX", title, words);
    show("", "", "-> " + remedy);
  }

  /** Whether any line says so. */
  public boolean hasAnythingToFix() {
    return anythingToFix;
  }

  private void show(String sign, String title, String words) {
    out.println(secrets.mask(String.format("%-4s  %-22s  %s", sign, title, words)).stripTrailing());
  }
}
