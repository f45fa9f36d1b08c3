package org.xapitck.simulator.rpc;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of messages: one, or all that a text with {@code *} for any characters stands for.
 *
 * @param text as it was given
 * @param regex the same as an expression
 */
public record MessagePattern(String text, Pattern regex) {
  /** Every message. */
  public static final MessagePattern ANY = of("*");

  /** The pattern of that text. */
  public static MessagePattern of(String text) {
    String regex =
        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return new MessagePattern(text, Pattern.compile(regex));
  }

  /** Whether a message has such a name. */
  public boolean matches(String method) {
    return regex.matcher(method).matches();
  }
}
