package org.xapitck.kit.client;

import java.util.function.Supplier;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.WireClient;

/**
 * A client that waits longer for a call that asks for patience than the user grants the others. The
 * second client is opened with the first such call.
 */
final class PatientClient implements WireClient {
  private final WireClient usual;
  private final Supplier<WireClient> opener;
  private WireClient patient;

  PatientClient(WireClient usual, Supplier<WireClient> opener) {
    this.usual = usual;
    this.opener = opener;
  }

  @Override
  public Wire wire() {
    return usual.wire();
  }

  @Override
  public Exchange call(Call call) {
    return (call.purpose() == Call.Purpose.JUDGED_IN_PATIENCE ? patient() : usual).call(call);
  }

  private synchronized WireClient patient() {
    if (patient == null) {
      patient = opener.get();
    }
    return patient;
  }

  @Override
  public Object read(ApiType type, Value value) {
    return usual.read(type, value);
  }

  @Override
  public synchronized void close() {
    usual.close();
    if (patient != null) {
      patient.close();
    }
  }
}
