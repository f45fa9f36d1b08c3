package org.xapitck.kit.suite;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Says what is wrong with the class path before JUnit breaks down on it. Maven mixes the JUnit that
 * the kit brings with that of a project which names another version of some of its parts.
 */
public final class OneJUnitLine implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    JUnitVersions.found().requireOneLine();
  }
}
