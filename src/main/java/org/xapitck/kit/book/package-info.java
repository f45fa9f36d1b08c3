/** The specification as a book: catalogue, features, verdicts and defects as pages to read. */
package org.xapitck.kit.book;
