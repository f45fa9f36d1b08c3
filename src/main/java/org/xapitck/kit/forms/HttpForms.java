package org.xapitck.kit.forms;

import java.util.List;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;

/** Forms of the HTTP around a request; the body stays as it is. */
final class HttpForms {
  /** Short: a real server refuses a request head beyond 1,024 bytes. */
  private static final List<String> FURTHER =
      List.of(
          "Accept: text/xml, application/json, */*;q=0.1",
          "Cookie: colour=green",
          "User-Agent: Mozilla/5.0 (compatible; xapi-task-tck)");

  private HttpForms() {}

  static Sent of(RequestForm form, Sent plain) {
    return switch (form) {
      case CHARSET_PARAMETER ->
          new Sent(
              plain.body(),
              plain.charset(),
              plain.mediaType() + "; charset=utf-8",
              plain.headers());
      case FURTHER_HEADERS -> with(FURTHER, plain);
      case EXPECT_CONTINUE -> with(List.of("Expect: 100-continue"), plain);
      default -> plain;
    };
  }

  private static Sent with(List<String> headers, Sent plain) {
    return new Sent(plain.body(), plain.charset(), plain.mediaType(), headers);
  }
}
