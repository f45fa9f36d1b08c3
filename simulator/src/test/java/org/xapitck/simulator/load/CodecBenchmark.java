package org.xapitck.simulator.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.support.Wire;
import org.xapitck.simulator.task.Task;
import org.xapitck.simulator.task.TaskField;
import org.xapitck.simulator.task.TaskStatus;

/**
 * What the codecs cost, without HTTP and without the API: time and garbage of each call. It is no
 * test and runs only by its name: {@code mvn -f simulator test -Dtest=CodecBenchmark -Dtest.jvm=}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
  private static final int TASKS = 100;

  /** The wire. */
  @Param({"XMLRPC", "JSONRPC1", "JSONRPC2"})
  public Wire wire;

  private Codec codec;
  private byte[] request;
  private Codec.AnswerWriter writer;
  private Answer record;
  private Answer records;
  private Answer keptRecords;

  @Test
  void printAll() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(CodecBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  /** Makes what is read and written. */
  @Setup
  public void prepare() throws MalformedRequest {
    codec = wire == Wire.XMLRPC ? new XmlRpcCodec() : new JsonRpcCodec(true);
    request = wire.call("task.get_record", ref(0), ref(1)).getBytes(StandardCharsets.UTF_8);
    writer = ((Codec.Request.Dispatch) codec.read(request)).writer();
    record = new Answer.Success(new Value.Struct(members(0)));
    List<Value.Member> anew = new ArrayList<>();
    List<Value.Member> kept = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      anew.add(new Value.Member(ref(i), new Value.Struct(members(i))));
      kept.add(new Value.Member(ref(i), Value.Struct.encodedOnce(members(i))));
    }
    records = new Answer.Success(new Value.Struct(anew));
    keptRecords = new Answer.Success(new Value.Struct(kept));
  }

  /** Reads the call {@code task.get_record}. */
  @Benchmark
  public Codec.Request readRequest() throws MalformedRequest {
    return codec.read(request);
  }

  /** Writes the answer of {@code task.get_record} for a task that has just changed. */
  @Benchmark
  public ByteSink writeRecord() {
    return writer.write(record);
  }

  /** Writes the answer of {@code task.get_all_records} for 100 tasks that have just changed. */
  @Benchmark
  public ByteSink writeRecordsAnew() {
    return writer.write(records);
  }

  /** Writes the same for 100 tasks that have been written before, as a server mostly does. */
  @Benchmark
  public ByteSink writeRecordsKept() {
    return writer.write(keptRecords);
  }

  private static String ref(int number) {
    return String.format("OpaqueRef:%08d-0000-4000-8000-000000000000", number);
  }

  private static List<Value.Member> members(int number) {
    Task task =
        new Task(
            new Task.Origin(
                number,
                ref(number),
                ref(number).substring("OpaqueRef:".length()),
                "label",
                "description",
                Instant.EPOCH,
                ref(0),
                ref(0),
                "OpaqueRef:NULL"),
            TaskStatus.PENDING,
            0.5,
            "",
            List.of(),
            "()",
            Map.of("key", "value"),
            List.of(),
            Map.of(),
            List.of(),
            Instant.EPOCH);
    Stream<TaskField> fields = Arrays.stream(TaskField.values());
    return fields.map(field -> new Value.Member(field.label(), field.of(task))).toList();
  }
}
