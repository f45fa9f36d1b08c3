/** The options of a run, as picocli reads them from the command line or from a file. */
package org.xapitck.kit.arguments;
