/** Writes all reports of a run into a report folder. */
package org.xapitck.kit.publish;
