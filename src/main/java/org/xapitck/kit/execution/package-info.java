/** Runs scenarios with Cucumber: finds, selects, executes and records them. */
package org.xapitck.kit.execution;
