/**
 * What all pages have in common: the look, the head with its policy, the escaping. Pages are
 * templates that the compiler turns into code; a room that has some takes its configuration from
 * {@link org.xapitck.kit.page.Templates}.
 */
package org.xapitck.kit.page;
