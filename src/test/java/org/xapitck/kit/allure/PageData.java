package org.xapitck.kit.allure;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the data out of an Allure page of the kit, as the script in it does. */
public final class PageData {

  private static final Pattern DATA = Pattern.compile("id=\"report-data\">([^<]*)</script>");

  private PageData() {}

  public static Map<String, String> of(Path page) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page));
    if (!data.find()) {
      throw new IOException("no data in " + page);
    }
    byte[] packed = Base64.getDecoder().decode(data.group(1));
    byte[] all = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
    Map<String, String> files = new TreeMap<>();
    while (in.available() > 0) {
      files.put(block(in), block(in));
    }
    return files;
  }

  private static String block(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
