/** The command line: picocli commands that parse and print, and nothing else. */
package org.xapitck.kit.cli;
