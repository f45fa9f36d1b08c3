/** Checks the features against the step definitions, before any server is contacted. */
package org.xapitck.kit.lint;
