package org.xapitck.simulator.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** One call that came, and what became of it. */
public final class Entry {
  /** What came by plain HTTP, on no wire. */
  public static final String HTTP = "http";

  private static final VarHandle OUTCOME = handle();

  private final long number;
  private final long seconds;
  private final int nanos;
  private final String wire;
  private final Call call;

  @SuppressWarnings("unused") // written and read by its handle
  private String outcome = "";

  Entry(long number, Instant time, String wire, Call call) {
    this.number = number;
    // not the object: a hundred thousand of them would have to be kept
    this.seconds = time.getEpochSecond();
    this.nanos = time.getNano();
    this.wire = wire;
    this.call = call;
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Entry.class, "outcome", String.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Counts calls from 1 on, in the order in which they came. */
  public long number() {
    return number;
  }

  /** When it came, by the clock of the simulator. */
  public Instant time() {
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /** The name of the wire that it came on, or {@link #HTTP}. */
  public String wire() {
    return wire;
  }

  /** The call; of a login the user name alone, and long texts shortened. */
  public Call call() {
    return call;
  }

  /** The first parameter, which is the session for all but logins; empty where there is none. */
  public String session() {
    return !Calls.isLogin(call.method())
            && !call.parameters().isEmpty()
            && call.parameters().get(0) instanceof Value.Text text
        ? text.text()
        : "";
  }

  /** {@code ok}, the code of a refusal, what a fault did, or nothing while it is not answered. */
  public String outcome() {
    return (String) OUTCOME.getAcquire(this);
  }

  void answered(String how) {
    // release: whoever sees the outcome sees the call; nobody has to see it at once
    OUTCOME.setRelease(this, how);
  }
}
