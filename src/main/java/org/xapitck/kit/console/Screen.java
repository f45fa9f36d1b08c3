package org.xapitck.kit.console;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.xapitck.kit.text.Printable;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the console can show, and how much of a run it is to show.
 *
 * @param terminal whether it is a terminal, on which a line can move
 * @param width columns to wrap at; empty to leave lines as long as they are
 * @param colour whether it shows colours
 * @param unicode whether it shows more than ASCII
 * @param verbose whether the user asked for all of it, what passed included
 */
public record Screen(
    boolean terminal, OptionalInt width, boolean colour, boolean unicode, boolean verbose) {

  /** A file or a pipe: nothing moves, nothing is wrapped, no colours, ASCII. */
  public static final Screen PLAIN = new Screen(false, OptionalInt.empty(), false, false, false);

  /** Less leaves no room for a value beside its label. */
  private static final int NARROWEST = 40;

  public Screen {
    width = width.isPresent() ? OptionalInt.of(Math.max(NARROWEST, width.getAsInt())) : width;
  }

  /**
   * What the standard output of this process can show.
   *
   * @param variables those of the environment: {@code COLUMNS}, {@code NO_COLOR}, {@code TERM}
   * @param charset of the standard output
   */
  public static Screen of(UnaryOperator<String> variables, Charset charset) {
    boolean terminal = isTerminal(System.console()) && !"dumb".equals(variables.apply("TERM"));
    return of(variables, charset, terminal);
  }

  static Screen of(UnaryOperator<String> variables, Charset charset, boolean terminal) {
    String without = variables.apply("NO_COLOR");
    return new Screen(
        terminal,
        terminal ? OptionalInt.of(columns(variables.apply("COLUMNS"))) : OptionalInt.empty(),
        terminal && (without == null || without.isEmpty()),
        charset.canEncode() && charset.newEncoder().canEncode('\u2717'),
        false);
  }

  /** From JDK 22 on there is a console without a terminal as well, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static int columns(String asked) {
    return asked != null && asked.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(asked)
        : new UsageMessageSpec().autoWidth(true).width();
  }

  /** The same with colours or without. */
  public Screen withColour(boolean shown) {
    return new Screen(terminal, width, shown, unicode, verbose);
  }

  /** The same, showing all of a run. */
  public Screen withEverything() {
    return new Screen(terminal, width, colour, unicode, true);
  }

  /** A text in colour, where there are colours. */
  String styled(Style style, String text) {
    return colour ? style.of(text) : text;
  }

  /** One of two texts: the second where only ASCII is shown. */
  String either(String unicodeText, String ascii) {
    return unicode ? unicodeText : ascii;
  }

  /** A text of anybody, which then can neither move the cursor nor change a colour. */
  String harmless(String text) {
    String escaped = Printable.escaped(text);
    if (unicode) {
      return escaped;
    }
    StringBuilder ascii = new StringBuilder(escaped.length());
    escaped
        .chars()
        .forEach(
            unit -> {
              if (unit == '\n' || unit < 0x7f) {
                ascii.append((char) unit);
              } else {
                ascii.append(String.format("\\u%04x", unit));
              }
            });
    return ascii.toString();
  }

  /**
   * A text as lines, wrapped at blanks where the screen has a width. A word longer than a line
   * stays whole.
   *
   * @param indent columns in front of each line but the first, which the caller begins
   */
  List<String> lines(String text, int indent) {
    return lines(text, indent, "");
  }

  /** A command as lines that a shell still reads as one. */
  List<String> command(String text, int indent) {
    return lines(text, indent, " \\");
  }

  private List<String> lines(String text, int indent, String joint) {
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(indent);
    for (String part : harmless(text).split("\n", -1)) {
      wrapped(part, indent, joint)
          .forEach(line -> lines.add(lines.isEmpty() ? line : margin + line));
    }
    return lines;
  }

  private List<String> wrapped(String text, int indent, String joint) {
    int room = width.orElse(Integer.MAX_VALUE) - indent - joint.length();
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      boolean full = line.length() + 1 + word.length() > room;
      if (full && !line.toString().isBlank()) {
        lines.add(line + joint);
        line.setLength(0);
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
