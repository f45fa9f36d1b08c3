package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario says about itself by a tag that is no requirement. The list is closed: the lint
 * refuses any other tag that the catalogue does not have.
 */
public enum Intent {
  /** Sends or reads a text of 64 KiB; few such scenarios run at once. */
  LARGE,

  /** Cancels or destroys its task, so no later scenario can have that task. */
  USES_UP_A_TASK,

  /** Calls create to see what create does, so a task of an earlier scenario will not do. */
  MAKES_TASKS,

  /** Has ten tasks at once, so it takes the room of two scenarios. */
  MANY_TASKS,

  /** Is of several clients at once: it runs after all others, while no other wire is spoken. */
  MANY_CLIENTS,

  /** Looks back at the run, so it comes after the other scenarios. */
  LATE,

  /** Judges what a role may do, so root does not count as pool-admin. */
  ROLE_MATRIX,

  /** Runs once however many machines share a run: in the first shard. */
  FIRST_SHARD;

  /** The tag, without the at sign: {@code uses-up-a-task}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The intent that a tag stands for; empty where it is none, so the id of a requirement. */
  public static Optional<Intent> of(String tag) {
    return Arrays.stream(values()).filter(one -> one.tag().equals(tag)).findFirst();
  }

  /** The intents among the tags of a scenario. */
  public static Set<Intent> in(Collection<String> tags) {
    Set<Intent> intents = EnumSet.noneOf(Intent.class);
    tags.forEach(tag -> of(tag).ifPresent(intents::add));
    return intents;
  }

  /** The ids of requirements among the tags of a scenario, in their order. */
  public static List<String> requirements(Collection<String> tags) {
    return tags.stream().filter(tag -> of(tag).isEmpty()).toList();
  }
}
