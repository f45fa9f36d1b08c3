package org.xapitck.kit.page;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.jstach.jstache.JStacheType;

/**
 * How templates become code: without a library at run time, from files below the kit's resources.
 */
@JStacheConfig(
    type = JStacheType.STACHE,
    pathing = @JStachePath(prefix = "org/xapitck/kit/", suffix = ".mustache"))
public final class Templates {
  private Templates() {}
}
