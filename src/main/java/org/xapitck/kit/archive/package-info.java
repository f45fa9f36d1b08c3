/** What is done with runs that are over: compare, join, trace, hand over. */
package org.xapitck.kit.archive;
