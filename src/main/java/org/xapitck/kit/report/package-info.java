/**
 * Every report reads one redacted value, {@link org.xapitck.kit.report.RunReport}: results.json,
 * JUnit XML, pages, Markdown.
 */
package org.xapitck.kit.report;
