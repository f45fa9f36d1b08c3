/** One run: a plan of target, wires and selection, executed by Cucumber on the JUnit Platform. */
package org.xapitck.kit.run;
