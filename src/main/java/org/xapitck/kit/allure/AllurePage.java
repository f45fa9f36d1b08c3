package org.xapitck.kit.allure;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.xapitck.kit.report.ReportData;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.Text;

/**
 * The HTML around the data of an Allure report: Allure's application, the kit's Behaviors tab, and
 * the data, compressed, in one file.
 *
 * <p>A content security policy forbids the page to load anything from anywhere and to run any
 * script but its own, whatever a server under test wrote into its answers.
 */
final class AllurePage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html dir="ltr" lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      script-src 'nonce-%1$s'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; \
      connect-src data: blob:; frame-src data: blob:; media-src data: blob:; base-uri 'none'; \
      form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <title>%2$s</title>
      <link rel="icon" href="data:,">
      """;

  /** Allure breaks a name in a widget within a word. */
  private static final String WORDS =
      "\n.widget__table { word-break: normal; overflow-wrap: anywhere; }\n";

  private static final String BODY =
      """
      <body>
      <div id="alert"></div>
      <div id="content"><span class="spinner"><span class="spinner__circle"></span></span></div>
      <div id="popup"></div>
      """;

  private AllurePage() {}

  static void write(Path page, String title, ReportData data) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    Path half = page.resolveSibling("." + page.getFileName() + ".tmp");
    try {
      Files.createDirectories(page.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half), 1 << 16)) {
        text(out, String.format(HEAD, nonce, Text.html(title)));
        text(out, "<style>");
        text(out, resource("/styles.css").replace("</style", "<\\/style"));
        text(out, WORDS);
        text(out, "</style>\n</head>\n");
        text(out, BODY);
        text(out, "<script type=\"text/plain\" id=\"report-data\">");
        compressed(out, data.files());
        text(out, "</script>\n");
        script(out, nonce, own("allure-data.js"));
        script(out, nonce, resource("/app.js"));
        script(out, nonce, own("allure-behaviors.js"));
        text(out, "</body>\n</html>\n");
      }
      ReportFolder.move(half, page);
    } catch (IOException e) {
      ReportFolder.discard(half);
      throw new ReportFolderException(page + " cannot be written: " + ReportFolder.cause(e), e);
    }
  }

  /**
   * What would end the element, or begin a comment in it, is written in a way that means the same.
   */
  private static void script(OutputStream out, String nonce, String code) throws IOException {
    text(out, "<script nonce=\"" + nonce + "\">\n");
    text(out, code.replace("</script", "<\\/script").replace("<!--", "<\\!--"));
    text(out, "\n</script>\n");
  }

  /**
   * Names and contents, each with its length in front (4 bytes), through gzip and base64. The JSON
   * of a report repeats itself so much that this is a tenth of it.
   */
  private static void compressed(OutputStream out, Map<String, byte[]> files) throws IOException {
    OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out));
    try (GZIPOutputStream gzip = new Fast(base64)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        block(gzip, file.getKey().getBytes(StandardCharsets.UTF_8));
        block(gzip, file.getValue());
      }
    }
  }

  private static void block(OutputStream out, byte[] bytes) throws IOException {
    out.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
    out.write(bytes);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String own(String name) throws IOException {
    return read(AllurePage.class.getResourceAsStream(name), name);
  }

  private static String resource(String name) throws IOException {
    return read(ReportData.class.getResourceAsStream(name), name);
  }

  private static String read(InputStream in, String name) throws IOException {
    try (in) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Level 3 of 9: 37 ms for the 12 MB of 1,625 results, at 1.3 MB; the default takes 81 for 1.1.
   */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(3);
    }
  }

  /** Lets the encoder finish its last group without ending the page. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
