/** Scenarios as Cucumber runs them: found, chosen, executed, noted. */
package org.xapitck.kit.execution;
