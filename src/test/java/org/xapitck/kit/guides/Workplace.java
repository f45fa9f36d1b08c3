package org.xapitck.kit.guides;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.TestJvm;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.tls.Identity;
import org.xapitck.simulator.tls.SelfSigned;

/**
 * A folder that looks like the top folder of a built checkout, and two simulators that stand for
 * the reader's server, one of them behind TLS.
 */
final class Workplace implements AutoCloseable {

  /** A literal that stands in a guide, and what is put in its place. */
  record Filling(String written, String meant) {}

  /** How a script went. */
  record Outcome(boolean ended, int code, List<String> output) {}

  private final Path folder;
  private final Simulator plain;
  private final Simulator secure;
  private final List<Filling> fillings;
  private final List<String> archive;
  private final Set<Filling> used = new HashSet<>();
  private int nextPort = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);

  /**
   * @param top the top folder of the checkout, after {@code package}
   * @param folder an empty folder
   * @param shortened what makes a long block short
   */
  Workplace(Path top, Path folder, List<Filling> shortened) throws Exception {
    this.folder = folder;
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    Identity identity = SelfSigned.of(List.of("127.0.0.1"), now.minus(day), now.plus(day));
    plain = Simulator.start(SimulatorOptions.defaults());
    secure = Simulator.start(SimulatorOptions.defaults().withTls(identity));
    String port = Integer.toString(freePort());
    fillings =
        Stream.concat(
                shortened.stream(),
                Stream.of(
                    new Filling("mvn -q -DskipTests package", ": built"),
                    new Filling("https://xenserver.example/", secure.uri().toString()),
                    new Filling("--pin 3F:A2:...", "--pin " + fingerprint(identity)),
                    new Filling("--url ... ", "--url " + plain.uri() + " "),
                    new Filling("https://host/", plain.uri().toString()),
                    new Filling("127.0.0.1:8080", "127.0.0.1:" + plain.uri().getPort()),
                    new Filling("127.0.0.1:18080", "127.0.0.1:" + port),
                    new Filling("--port 18080", "--port " + port),
                    new Filling("/tmp/line", "line")))
            .toList();
    bring(top, "src/target/xapi-task-tck");
    bring(top, "src/target/xapi-task-tck.cmd");
    // a link, for which the JVM takes the archive of the jar's classes
    Files.createSymbolicLink(
        folder.resolve("src/target/xapi-task-tck.jar"),
        top.resolve("src/target/xapi-task-tck.jar"));
    archive = TestJvm.archive(top.resolve("src/target"));
    bring(top, "simulator/target/xapi-task-simulator.jar");
    Files.writeString(folder.resolve("accounts.yaml"), accounts(DefaultAccounts.NAMES));
    Files.writeString(folder.resolve("root.yaml"), accounts(DefaultAccounts.NAMES.subList(0, 1)));
    Files.createDirectory(folder.resolve("reports"));
    // what is read as the report of an older run is the newest one
    Files.createSymbolicLink(folder.resolve("reports/old"), Path.of("latest"));
  }

  /** A block with the reader's own values in it. */
  Block filled(Block block) {
    return filled(block, fillings);
  }

  /** The same for a block that starts a simulator on the default port: it gets a free one. */
  Block filledWithFreePort(Block block) throws IOException {
    int port = freePort();
    String jar = "xapi-task-simulator.jar";
    return filled(
        filled(
            block,
            List.of(
                new Filling("127.0.0.1:8080", "127.0.0.1:" + port),
                new Filling(jar, jar + " --port " + port))),
        fillings);
  }

  private Block filled(Block block, List<Filling> with) {
    String script = block.script();
    String output = String.join("\n", block.output());
    for (Filling filling : with) {
      if ((script + output).contains(filling.written())) {
        used.add(filling);
      }
      script = script.replace(filling.written(), filling.meant());
      output = output.replace(filling.written(), filling.meant());
    }
    return new Block(block.guide(), block.line(), script, output.lines().toList());
  }

  /** Fillings that fitted nowhere. */
  List<String> unused() {
    return fillings.stream().filter(Predicate.not(used::contains)).map(Filling::written).toList();
  }

  /** Asks the shell whether it could read a script, and runs nothing. */
  Outcome read(String script) throws IOException, InterruptedException {
    return run(List.of("-n"), script, output -> false);
  }

  /**
   * Runs a script to its end, or until its output is enough; then it is stopped. Every command of
   * it has to succeed, those inside pipes and loops too.
   */
  Outcome run(String script, Predicate<List<String>> enough)
      throws IOException, InterruptedException {
    return run(List.of("-euo", "pipefail"), script, enough);
  }

  private Outcome run(List<String> options, String script, Predicate<List<String>> enough)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script"), script);
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.of(Stream.of("bash"), options.stream(), Stream.of(file.toString()))
                    .flatMap(part -> part)
                    .toList())
            .directory(folder.toFile())
            .redirectInput(Files.write(folder.resolve("in"), new byte[0]).toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Map<String, String> environment = builder.environment();
    String java = System.getProperty("java.home");
    environment.put("JAVA_HOME", java);
    environment.put("PATH", Path.of(java, "bin") + ":" + environment.get("PATH"));
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("JDK_JAVA_OPTIONS", TestJvm.line() + " " + quoted(archive));
    return watched(builder.start(), out, enough);
  }

  /** As JDK_JAVA_OPTIONS wants options that may hold blanks. */
  private static String quoted(List<String> options) {
    return options.stream().map(option -> '"' + option + '"').collect(Collectors.joining(" "));
  }

  private static Outcome watched(Process process, Path out, Predicate<List<String>> enough)
      throws IOException, InterruptedException {
    // commands in the background share the output, so its end does not tell that of the script
    boolean ended;
    try {
      Waiting.until(
          () -> !process.isAlive() || enough.test(lines(out)),
          () -> "the end of a script; its output: " + Waiting.text(out));
      ended = !process.isAlive();
    } finally {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .toList()
          .forEach(ProcessHandle::destroy);
    }
    int code = Waiting.exit(process, "a script that was stopped", () -> Waiting.text(out));
    return new Outcome(ended, code, lines(out));
  }

  private static List<String> lines(Path out) {
    return Waiting.text(out).lines().toList();
  }

  private void bring(Path top, String program) throws IOException {
    Path copy = folder.resolve(program);
    Files.createDirectories(copy.getParent());
    // with the permission to execute it
    Files.copy(top.resolve(program), copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static String accounts(List<String> names) {
    return names.stream()
        .map(name -> name + ": {username: " + name + ", password: secret}\n")
        .collect(Collectors.joining());
  }

  private static String fingerprint(Identity identity) throws Exception {
    byte[] encoded = identity.chain().get(0).getEncoded();
    return HexFormat.ofDelimiter(":")
        .withUpperCase()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
  }

  /**
   * A port that nobody listens on, another one each time. The system gives ports above 32767 to
   * whoever asks for any, so one below stays free until a script takes it; the process's number
   * keeps two builds apart.
   */
  private int freePort() throws IOException {
    while (true) {
      nextPort++;
      try (ServerSocket socket = new ServerSocket(nextPort, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        continue;
      }
    }
  }

  @Override
  public void close() {
    plain.close();
    secure.close();
  }
}
