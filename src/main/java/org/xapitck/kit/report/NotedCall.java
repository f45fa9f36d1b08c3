package org.xapitck.kit.report;

/**
 * One exchange of a scenario that did not pass, as a reader opens it: what was sent, what came.
 *
 * @param name the method
 * @param request its body, without any secret
 * @param answer the body that came, without any secret; empty where none did
 */
public record NotedCall(String name, Body request, Body answer) {

  /**
   * A body.
   *
   * @param text of it
   * @param mediaType by which a viewer shows it
   */
  public record Body(String text, String mediaType) {}
}
