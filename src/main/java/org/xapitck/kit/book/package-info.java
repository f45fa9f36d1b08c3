/** The specification as a book: catalogue, features, verdicts and defects as pages to read. */
@JStacheConfig(using = Templates.class)
package org.xapitck.kit.book;

import io.jstach.jstache.JStacheConfig;
import org.xapitck.kit.page.Templates;
