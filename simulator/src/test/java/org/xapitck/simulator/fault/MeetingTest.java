package org.xapitck.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xapitck.simulator.fault.alter.Meeting;
import org.xapitck.simulator.fault.alter.Meeting.Answers;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.Waiting;

/** What is wrong for several clients is right for one, and needs no luck to be seen. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class MeetingTest {
  private static final Answer RIGHT = answer("right");
  private static final String READ = "task.get_result";

  private static final Duration LONG = Duration.ofMinutes(Waiting.MINUTES);

  private int logins;

  private static Answer answer(String text) {
    return new Answer.Success(Value.of(text));
  }

  /** A right server: each login gives the next session; all else is right. */
  private void server(Call call, java.util.function.Consumer<Answer> then) {
    then.accept(call.method().endsWith("login_with_password") ? answer("S" + ++logins) : RIGHT);
  }

  private RpcEndpoint.Api meeting(Duration patience) {
    return Meeting.at(
            new Meeting.Place(READ::equals, call -> "", patience),
            (first, second, server) -> new Answers(answer("first"), answer("second")))
        .api(this::server);
  }

  private static CompletableFuture<Answer> call(
      RpcEndpoint.Api api, String method, String... parameters) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    api.call(
        new Call(method, List.of(parameters).stream().map(Value::of).toList()), answer::complete);
    return answer;
  }

  private static RpcEndpoint.Api with(RpcEndpoint.Api api, int sessions) {
    for (int i = 0; i < sessions; i++) {
      call(api, "session.login_with_password", "anna", "secret");
    }
    return api;
  }

  private static CompletableFuture<Answer> read(RpcEndpoint.Api api, String session) {
    return call(api, READ, session, "T");
  }

  @Test
  void twoCallsOfManySessionsAreAnsweredTogether() {
    RpcEndpoint.Api api = with(meeting(LONG), 6);
    CompletableFuture<Answer> first = read(api, "S2");
    assertThat(first).isNotDone();
    assertThat(read(api, "S3")).isCompletedWithValue(answer("second"));
    assertThat(first).isCompletedWithValue(answer("first"));
  }

  @Test
  void aClientOfFewSessionsNeverWaitsNorSeesIt() {
    RpcEndpoint.Api api = with(meeting(LONG), 5);
    assertThat(read(api, "S2")).isCompletedWithValue(RIGHT);
    assertThat(read(api, "S3")).isCompletedWithValue(RIGHT);
    call(api, "session.login_with_password", "bert", "secret");
    assertThat(read(api, "S4")).as("sessions of others").isCompletedWithValue(RIGHT);
  }

  @Test
  void afterTheLogoutsItIsOver() {
    RpcEndpoint.Api api = with(meeting(LONG), 6);
    call(api, "session.logout", "S6");
    assertThat(read(api, "S2")).isCompletedWithValue(RIGHT);
  }

  @Test
  void theOldestSessionNeverWaits() {
    RpcEndpoint.Api api = with(meeting(LONG), 6);
    assertThat(read(api, "S1")).isCompletedWithValue(RIGHT);
  }

  @Test
  void twoCallsOfOneSessionDoNotMeet() {
    RpcEndpoint.Api api = with(meeting(LONG), 6);
    CompletableFuture<Answer> first = read(api, "S2");
    assertThat(read(api, "S2")).isCompletedWithValue(RIGHT);
    assertThat(first).isNotDone();
  }

  @Test
  void otherMessagesAreLeftAlone() {
    RpcEndpoint.Api api = with(meeting(LONG), 6);
    assertThat(call(api, "task.get_status", "S2", "T")).isCompletedWithValue(RIGHT);
  }

  @Test
  void whoIsAloneForTooLongIsAnsweredRightly() {
    RpcEndpoint.Api api = with(meeting(Duration.ofMillis(1)), 6);
    assertThat(read(api, "S2").join()).isEqualTo(RIGHT);
  }
}
