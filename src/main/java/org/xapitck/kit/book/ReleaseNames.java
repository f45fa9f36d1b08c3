package org.xapitck.kit.book;

import java.util.Map;

/** What a reader calls the releases of which the catalogue speaks: product, version and year. */
final class ReleaseNames {
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "rio", "XenServer 4.0, 2007",
          "miami", "XenServer 4.1, 2008",
          "orlando", "XenServer 5.0, 2008",
          "dundee", "XenServer 7.0, 2016",
          "falcon", "XenServer 7.2, 2017",
          "stockholm", "Citrix Hypervisor 8.2, 2020",
          "21.3.0", "xapi 21.3.0, 2021, in XenServer 8");

  private ReleaseNames() {}

  /**
   * Product, version and year, and the code name that the contract uses.
   *
   * @throws IllegalArgumentException for a release that nobody gave a name yet
   */
  static String of(String release) {
    String product = PRODUCTS.get(release);
    if (product == null) {
      throw new IllegalArgumentException("the book has no name for the release " + release);
    }
    return product.contains(release) ? product : product + " (" + release + ")";
  }
}
