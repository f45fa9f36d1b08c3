/**
 * Every report reads one redacted value, {@link org.xapitck.kit.report.RunReport}: results.json,
 * JUnit XML, pages, Markdown.
 */
@JStacheConfig(using = Templates.class)
package org.xapitck.kit.report;

import io.jstach.jstache.JStacheConfig;
import org.xapitck.kit.page.Templates;
