/** The certification as JUnit tests: for a server author's own build. */
package org.xapitck.kit.suite;
