package org.xapitck.kit.run;

/** What a command line needs so that a scenario is repeated against the same server. */
final class Again {
  private Again() {}

  /** Options as a shell takes them, with a space in front; none for the bundled simulator. */
  static String options(RunOptions options) {
    StringBuilder line = new StringBuilder();
    options.url().ifPresent(url -> line.append(" --url ").append(quoted(url.toString())));
    options
        .accounts()
        .ifPresent(file -> line.append(" --accounts ").append(quoted(file.toString())));
    options
        .release()
        .ifPresent(release -> line.append(" --release ").append(quoted(release.toString())));
    options
        .connection()
        .trust()
        .caFile()
        .ifPresent(file -> line.append(" --ca-file ").append(quoted(file.toString())));
    return line.append(options.connection().trust().insecure() ? " --insecure" : "").toString();
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
