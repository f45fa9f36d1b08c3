/** Every report reads the same Verdicts value: Allure, results.json, JUnit XML, Markdown. */
package org.xapitck.kit.report;
