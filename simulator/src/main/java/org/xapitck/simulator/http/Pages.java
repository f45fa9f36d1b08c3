package org.xapitck.simulator.http;

/** The pages that xapi sends instead of an answer, text for text. */
final class Pages {
  static final String FORBIDDEN =
      page("403 forbidden", "Access to the requested resource is forbidden.");
  static final String TIMEOUT = page("408 request timeout", "Timed out waiting for the request.");
  static final String HEAD_TOO_LARGE =
      page("431 request header fields too large", "Exceeded the maximum header size.");

  static final String UNAUTHORISED =
      page("401 unauthorised", "Please check your credentials and retry.");

  private Pages() {}

  /** The page of HTTP 500 with what went wrong, which is escaped here. */
  static String internalError(String printedException) {
    return page(
        "500 internal server error",
        "An unexpected error occurred; please wait a while and try again. If the problem persists,"
            + " please contact your support representative.<h1> Additional information </h1>"
            + escape(printedException));
  }

  /** The page of HTTP 501 for a verb that xapi does not know. */
  static String notImplemented(String verb) {
    // the verb is not escaped: xapi does not either, and a verb has no markup in it
    return page("501 Method Not Implemented", "<p>Unknown " + verb + " not supported.<br /></p>");
  }

  /** The page of any other status. */
  static String trouble(int status) {
    return page(Integer.toString(status), "A fault that was asked for.");
  }

  private static String page(String title, String text) {
    return "<html><body><h1>HTTP " + title + "</h1>" + text + "</body></html>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }
}
