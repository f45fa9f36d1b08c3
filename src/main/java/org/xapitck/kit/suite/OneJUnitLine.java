package org.xapitck.kit.suite;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Says what is wrong with the class path before JUnit fails on it. Maven mixes the JUnit of the kit
 * with that of a project that names another version of some of its parts.
 */
public final class OneJUnitLine implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    JUnitVersions.found().requireOneLine();
  }
}
