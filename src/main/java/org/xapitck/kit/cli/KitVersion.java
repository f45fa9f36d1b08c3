package org.xapitck.kit.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class KitVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = KitVersion.class.getPackage().getImplementationVersion();
    return new String[] {"xapi-task-tck " + (version == null ? "development" : version)};
  }
}
