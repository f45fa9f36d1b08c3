/** The options of a run as values. */
package org.xapitck.kit.options;
