/** Why a verdict is no pass: deviations, reasons not to judge, and what a step throws to say so. */
package org.xapitck.kit.explanation;
