package org.xapitck.kit.client;

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
import org.xapitck.kit.jsonrpc.StrictJson;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.text.NotWellFormed;
import org.xapitck.kit.xmlrpc.StrictXmlRpc;

/**
 * Right answers, damaged at random: the strict parsers accept or refuse, soon, and do nothing else.
 * {@code -Dfuzz.rounds=N} for a long run; 20,000 take about 2 s.
 */
class StrictParserFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 20_000);

  /** Reads a body, or refuses it. */
  @FunctionalInterface
  private interface Parser {
    Object parse(byte[] body) throws NotWellFormed;
  }

  static Stream<Arguments> wires() {
    Parser xml = StrictXmlRpc::parse;
    Parser json = StrictJson::parse;
    return Stream.of(
        Arguments.of(
            "XML-RPC",
            xml,
            List.of(
                "<?xml version=\"1.0\"?><methodResponse><params><param><value><struct><member><name>Status</name><value>Success</value></member><member><name>Value</name><value><dateTime.iso8601>20240101T00:00:00Z</dateTime.iso8601></value></member></struct></value></param></params></methodResponse>",
                "<?xml version=\"1.0\"?><methodResponse><params><param><value><struct><member><name>Status</name><value>Failure</value></member><member><name>ErrorDescription</name><value><array><data><value>HANDLE_INVALID</value><value>&lt;none/&gt;</value><value><double>1e-07</double></value></data></array></value></member></struct></value></param></params></methodResponse>",
                "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>4</int></value></member></struct></value></fault></methodResponse>")),
        Arguments.of(
            "JSON-RPC",
            json,
            List.of(
                "{\"jsonrpc\":\"2.0\",\"result\":{\"progress\":0.3333333333333333,\"s\":[\"d\u00e9j\u00e0\",\"\\ud83d\\ude80\"]},\"id\":7}",
                "{\"result\":null,\"error\":[\"HANDLE_INVALID\",\"task\",\"OpaqueRef:x\"],\"id\":7}",
                "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":\"X\",\"data\":[]},\"id\":7}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wires")
  // a parser that hangs hears of no interrupt
  @Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES, threadMode = SEPARATE_THREAD)
  void noDamageMakesAStrictParserCrashOrHang(String name, Parser parser, List<String> seeds) {
    Random random = new Random(20_261_125);
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = damaged(seeds.get(random.nextInt(seeds.size())), random);
      try {
        assertThat(parser.parse(body)).isNotNull();
        accepted++;
      } catch (NotWellFormed refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException | Error crash) {
        throw new AssertionError(new String(body, StandardCharsets.UTF_8), crash);
      }
    }
    // a fuzzer whose every input is refused, or none, tests one branch only
    assertThat(accepted).isBetween(ROUNDS / 100, ROUNDS - ROUNDS / 100);
  }

  /** One to three bytes or slices are overwritten, dropped, or written twice. */
  private static byte[] damaged(String seed, Random random) {
    byte[] body = seed.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0 && body.length > 0; i--) {
      int at = random.nextInt(body.length);
      int to = Math.min(body.length, at + 1 + random.nextInt(10));
      switch (random.nextInt(3)) {
        case 0 -> body[at] = (byte) random.nextInt(256);
        case 1 -> {
          byte[] rest = Arrays.copyOfRange(body, to, body.length);
          body = joined(Arrays.copyOf(body, at), rest);
        }
        default ->
            body = joined(Arrays.copyOf(body, to), Arrays.copyOfRange(body, at, body.length));
      }
    }
    return body;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }
}
