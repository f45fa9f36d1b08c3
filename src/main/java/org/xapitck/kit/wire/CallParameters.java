package org.xapitck.kit.wire;

import java.util.List;
import java.util.Map;

/**
 * Checks what a caller wants to send: a wrong parameter is the kit's own fault and must not reach a
 * server.
 */
public final class CallParameters {
  private CallParameters() {}

  /**
   * Accepts texts of whole characters, finite doubles, integers, truth values, and lists and maps
   * by text of these.
   *
   * @throws ClientFault for anything else
   */
  public static void check(String method, List<?> parameters) {
    for (Object parameter : parameters) {
      if (!isSendable(parameter)) {
        throw new ClientFault(
            "could not send " + method + ": no wire has a form for " + parameter, null);
      }
    }
  }

  private static boolean isSendable(Object parameter) {
    if (parameter instanceof Double number) {
      return Double.isFinite(number);
    }
    if (parameter instanceof List<?> list) {
      return list.stream().allMatch(CallParameters::isSendable);
    }
    if (parameter instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .allMatch(
              entry ->
                  entry.getKey() instanceof String key
                      && isText(key)
                      && isSendable(entry.getValue()));
    }
    if (parameter instanceof String text) {
      return isText(text);
    }
    return parameter instanceof Integer
        || parameter instanceof Long
        || parameter instanceof Boolean;
  }

  /** Half of a supplementary character has no form in UTF-8. */
  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
