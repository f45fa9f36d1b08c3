package org.xapitck.simulator.stub;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xapitck.simulator.rpc.Value;

/**
 * An object of a class that the simulator does not have.
 *
 * @param ref its reference
 * @param fields the fields of its record, in order
 */
public record StubObject(String ref, Map<String, Value> fields) {

  /** Takes a copy. */
  public StubObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
