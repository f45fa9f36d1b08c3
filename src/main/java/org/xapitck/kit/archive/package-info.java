/** Older runs: compare, join, trace and hand them over. */
package org.xapitck.kit.archive;
