package org.xapitck.kit.catalogue;

import java.util.Optional;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.Release;

/**
 * A field as the page publishes it.
 *
 * @param name such as {@code error_info}
 * @param type its type
 * @param since the release that published it
 * @param setter the message by which a client gives it its value, {@code create} where only the
 *     maker of a task can; empty where nobody can
 */
public record Field(String name, PublishedType type, Release since, Optional<String> setter) {}
