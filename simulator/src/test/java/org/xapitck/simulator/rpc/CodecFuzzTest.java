package org.xapitck.simulator.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.support.Waiting;

/**
 * Requests of real clients, damaged at random: each is a call, a refusal or a malformed request,
 * and nothing else. {@code -Dfuzz.rounds=N} for a long run; 20,000 take about 2 s.
 */
class CodecFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 20_000);

  private static final List<String> XML =
      List.of(
          "<?xml version='1.0'?>\n<methodCall>\n<methodName>task.create</methodName>\n<params>\n<param>\n<value><string>OpaqueRef:1</string></value>\n</param>\n<param><value>a &lt; b</value></param>\n</params>\n</methodCall>\n",
          "<methodCall><methodName>task.set_progress</methodName><params><param><value>s</value></param><param><value><double>0.25</double></value></param></params></methodCall>",
          "<methodCall><methodName>task.set_other_config</methodName><params><param><value><struct><member><name>k</name><value><![CDATA[v]]></value></member></struct></value></param><param><value><array><data><value><i8>7</i8></value><value><nil/></value></data></array></value></param></params></methodCall>");

  private static final List<String> JSON =
      List.of(
          "{\"jsonrpc\": \"2.0\", \"method\": \"task.create\", \"params\": [\"s\", \"d\\u00e9j\\ud83d\\ude80\", \"\"], \"id\": 7}",
          "{\"method\":\"task.set_progress\",\"params\":[\"s\",\"r\",1e-07],\"id\":\"x\"}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":{\"k\":[true,null,-1.5e300,{}]},\"id\":123456789012345}");

  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          "&#0;",
          "&#x110000;",
          "<value>",
          "</value>",
          "<nil/>",
          "]]>",
          "<!DOCTYPE a>",
          "\"",
          "\\",
          "\\ud800",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "NaN",
          "-",
          "1e999",
          "null",
          "\0",
          "99999999999999999999",
          "\uFEFF");

  static Stream<Arguments> wires() {
    return Stream.of(
        Arguments.of("XML-RPC", new XmlRpcCodec(), XML),
        Arguments.of("JSON-RPC", new JsonRpcCodec(true), JSON));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wires")
  // a parser that hangs hears of no interrupt
  @Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES, threadMode = SEPARATE_THREAD)
  void noDamageMakesACodecCrashOrHang(String name, Codec codec, List<String> seeds) {
    Random random = new Random(20_261_125);
    int understood = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = damaged(seeds.get(random.nextInt(seeds.size())), random);
      try {
        codec.read(body);
        understood++;
      } catch (MalformedRequest malformed) {
        assertThat(malformed.getMessage()).isNotBlank();
      } catch (RuntimeException | Error crash) {
        throw new AssertionError(new String(body, StandardCharsets.UTF_8), crash);
      }
    }
    // a fuzzer whose every input is refused, or none, tests one branch only
    assertThat(understood).isBetween(ROUNDS / 100, ROUNDS - ROUNDS / 100);
  }

  private static byte[] damaged(String seed, Random random) {
    byte[] body = seed.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(body.length + 1);
      int to = Math.min(body.length, at + random.nextInt(12));
      byte[] piece =
          switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            default -> Arrays.copyOfRange(body, at, to);
          };
      boolean replaces = random.nextBoolean();
      body = spliced(body, at, replaces ? to : at, piece);
      if (body.length == 0) {
        return body;
      }
    }
    return body;
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] piece) {
    byte[] whole = new byte[from + piece.length + body.length - to];
    System.arraycopy(body, 0, whole, 0, from);
    System.arraycopy(piece, 0, whole, from, piece.length);
    System.arraycopy(body, to, whole, from + piece.length, body.length - to);
    return whole;
  }
}
