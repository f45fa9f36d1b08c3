/** Glue for the test of the Allure writer; Cucumber wants it in a package of its own. */
package org.xapitck.kit.report.sample;
