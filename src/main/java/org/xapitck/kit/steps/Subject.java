package org.xapitck.kit.steps;

import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.wire.Value;

/**
 * A task that the scenario made.
 *
 * @param ref its reference
 * @param maker whose session made it
 * @param label its name_label as created
 * @param snapshot its record before anything was tried, where the scenario will compare
 */
record Subject(String ref, Account maker, String label, Optional<Map<String, Value>> snapshot) {

  Subject with(Map<String, Value> record) {
    return new Subject(ref, maker, label, Optional.of(record));
  }
}
