/** Holds the features to the step definitions, before any server is contacted. */
package org.xapitck.kit.lint;
