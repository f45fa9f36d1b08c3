package org.xapitck.kit.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the lint what a step definition does. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Does.All.class)
public @interface Does {
  /** What the step does. */
  Trait value();

  /** Only where one of these words is an argument; always where none is named. */
  String[] where() default {};

  /** Several of them. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    Does[] value();
  }
}
