package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;

/**
 * The Java SDKs, unmodified, from login to logout.
 *
 * <p>If this fails, a Java program that works with XenServer does not work with the simulator.
 */
@Tag("slow")
class JavaClientsTest {

  @ParameterizedTest
  @ValueSource(strings = {"xen-api-8.1.0.jar", "xen-api-6.2.0-3.1.jar"})
  void theSdkTakesTheSimulatorForAServer(String jar) throws Exception {
    if (!JavaSdk.isThere(jar)) {
      System.out.println("SKIPPED: no " + jar + " in target/clients; build with Maven");
      assumeTrue(false, jar);
    }
    try (TestServer server = TestServer.start();
        JavaSdk sdk = JavaSdk.load(jar)) {
      new Session(sdk, server.simulator().uri()).run();
    }
  }

  /** One user of an SDK. */
  private static final class Session {
    private final JavaSdk sdk;
    private final URI uri;
    private final Object connection;

    Session(JavaSdk sdk, URI uri) throws Exception {
      this.sdk = sdk;
      this.uri = uri;
      this.connection = sdk.create("Connection", uri.toURL());
    }

    void run() throws Exception {
      sdk.callStatic("Session", "loginWithPassword", connection, "pool-admin", "secret", "1.0");
      assertThat(sdk.call(connection, "getAPIVersion")).isNotNull();
      ownTask();
      serverTasks();
      events();
      refusals();
      Object task = sdk.callStatic("Task", "create", connection, "left", "behind");
      sdk.callStatic("Session", "logout", connection);
      refused("SessionInvalid", () -> sdk.call(task, "getStatus", connection));
    }

    private void ownTask() throws Exception {
      Object task = sdk.callStatic("Task", "create", connection, "mine", "my own <task> & more");
      assertThat(status(task)).isEqualTo(sdk.status("PENDING"));
      Object record = sdk.call(task, "getRecord", connection);
      assertThat(sdk.field(record, "nameLabel")).isEqualTo("mine");
      assertThat(sdk.field(record, "nameDescription")).isEqualTo("my own <task> & more");
      assertThat(sdk.field(record, "created")).isNotNull();
      sdk.call(task, "addToOtherConfig", connection, "key", "value");
      assertThat((Collection<?>) sdk.callStatic("Task", "getByNameLabel", connection, "mine"))
          .hasSize(1);
      assertThat((Map<?, ?>) sdk.callStatic("Task", "getAllRecords", connection)).hasSize(1);
      sdk.call(task, "cancel", connection);
      sdk.call(task, "destroy", connection);
      record = sdk.call(task, "getRecord", connection);
      assertThat((Map<?, ?>) sdk.field(record, "currentOperations")).hasSize(2);
    }

    private void serverTasks() throws Exception {
      Object done = plan("success");
      assertThat(end(done)).isEqualTo(sdk.status("SUCCESS"));
      assertThat(sdk.call(done, "getResult", connection)).isEqualTo("<value>ok</value>");
      Object failed = plan("failure");
      assertThat(end(failed)).isEqualTo(sdk.status("FAILURE"));
      assertThat((Collection<?>) sdk.call(failed, "getErrorInfo", connection))
          .asString()
          .contains("XENAPI_PLUGIN_FAILURE");
      Object cancelled = plan("cancellable");
      sdk.call(cancelled, "cancel", connection);
      assertThat(end(cancelled)).isEqualTo(sdk.status("CANCELLED"));
      sdk.call(failed, "cancel", connection);
      sdk.call(failed, "destroy", connection);
      refused("HandleInvalid", () -> sdk.call(failed, "getRecord", connection));
    }

    private Object plan(String name) throws Exception {
      Object host =
          ((Collection<?>) sdk.callStatic("Host", "getAll", connection)).iterator().next();
      return sdk.call(host, "callPluginAsync", connection, "task-plan", name, Map.of());
    }

    private void events() throws Exception {
      Set<String> classes = Set.of("task");
      Object batch = sdk.callStatic("Event", "from", connection, classes, "", 0.5);
      assertThat((Set<?>) sdk.field(batch, "events")).isNotEmpty();
      assertThat((String) sdk.field(batch, "token")).isNotEmpty();
      sdk.callStatic("Event", "register", connection, classes);
      sdk.callStatic("Task", "create", connection, "seen", "");
      assertThat((Set<?>) sdk.callStatic("Event", "next", connection)).isNotEmpty();
      sdk.callStatic("Event", "unregister", connection, classes);
    }

    private void refusals() throws Exception {
      Object low = sdk.create("Connection", uri.toURL());
      sdk.callStatic("Session", "loginWithPassword", low, "read-only", "secret");
      Object task = sdk.callStatic("Task", "create", low, "low", "");
      refused(
          "RbacPermissionDenied", () -> sdk.call(task, "addToOtherConfig", low, "key", "value"));
      refused("UuidInvalid", () -> sdk.callStatic("Task", "getByUuid", low, "none"));
      sdk.callStatic("Session", "logout", low);
      refused(
          "SessionAuthenticationFailed",
          () -> sdk.callStatic("Session", "loginWithPassword", low, "read-only", "wrong"));
    }

    private Object status(Object task) throws Exception {
      return sdk.call(task, "getStatus", connection);
    }

    /** Polls as users do, until the task is over. */
    private Object end(Object task) throws Exception {
      Object pending = sdk.status("PENDING");
      AtomicReference<Object> status = new AtomicReference<>(pending);
      Waiting.until(
          () -> {
            status.set(status(task));
            return !pending.equals(status.get());
          },
          "the end of a task");
      return status.get();
    }

    private void refused(String exception, ThrowingCallable call) throws Exception {
      assertThatThrownBy(call).isInstanceOf(sdk.type("Types$" + exception));
    }
  }
}
