package org.xapitck.simulator.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xapitck.simulator.rpc.ApiFailure;

/** How xapi's database changes a field that is a map of texts; every change gives a new map. */
public final class StoredMap {
  private StoredMap() {}

  /**
   * One more entry, cut off at the first character that cannot be stored.
   *
   * @param type the class, for the refusal
   * @param ref the object, for the refusal
   * @throws ApiFailure MAP_DUPLICATE_KEY, even if the value is the same; INTERNAL_ERROR on an empty
   *     key
   */
  public static Map<String, String> added(
      Map<String, String> old, String type, String ref, String rawKey, String rawValue) {
    String key = LegalText.legalPrefix(rawKey);
    requireNotEmpty(key);
    Map<String, String> map = new LinkedHashMap<>(old);
    if (map.putIfAbsent(key, LegalText.legalPrefix(rawValue)) != null) {
      throw ApiFailure.mapDuplicateKey(type, "other_config", ref, key);
    }
    return map;
  }

  /** One entry less; a key that is not there is no error. */
  public static Map<String, String> without(Map<String, String> old, String key) {
    Map<String, String> map = new LinkedHashMap<>(old);
    map.remove(key);
    return map;
  }

  /**
   * A whole new map.
   *
   * @throws ApiFailure INTERNAL_ERROR on an empty key or a character that cannot be stored
   */
  public static Map<String, String> legal(Map<String, String> map) {
    map.forEach(
        (key, value) -> {
          requireNotEmpty(key);
          LegalText.requireLegal(key);
          LegalText.requireLegal(value);
        });
    return map;
  }

  private static void requireNotEmpty(String key) {
    if (key.isEmpty()) {
      throw ApiFailure.internalError("Db_exn.Empty_key_in_map");
    }
  }
}
