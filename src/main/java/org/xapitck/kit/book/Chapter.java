package org.xapitck.kit.book;

import org.xapitck.kit.model.Requirement.Kind;

/** The chapters of the book, in their order. */
enum Chapter {
  MESSAGES("Messages"),
  FIELDS("Fields"),
  ENUMS("Enums"),
  MORE("Sessions, errors, texts, clients and wires");

  private final String title;

  Chapter(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether what it is about goes without the class in front. */
  boolean isShort() {
    return this == MESSAGES || this == FIELDS;
  }

  /** The chapter of what is of a kind. */
  static Chapter of(Kind kind) {
    return switch (kind) {
      case MESSAGE -> MESSAGES;
      case FIELD -> FIELDS;
      case ENUM -> ENUMS;
      default -> MORE;
    };
  }
}
