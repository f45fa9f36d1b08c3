package org.xapitck.kit.steps;

import java.util.stream.Stream;

/** What each of several clients does. */
public enum Deed {
  ADD_KEYS("add five keys of their own"),
  ADD_ONE_KEY("add one key with a value of their own"),
  SET_PROGRESS("set its progress to a value of their own"),
  CREATE("create a task"),
  CREATE_ALIKE("create a task with one label"),
  READ("read their own task"),
  DESTROY("destroy it");

  private final String words;

  Deed(String words) {
    this.words = words;
  }

  /** The deed with these words of a step. */
  static Deed of(String words) {
    return Stream.of(values()).filter(one -> one.words.equals(words)).findFirst().orElseThrow();
  }
}
