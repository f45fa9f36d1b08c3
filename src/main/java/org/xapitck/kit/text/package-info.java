/**
 * Texts of servers for people: strictly or leniently decoded, cut, and values as they are shown.
 */
package org.xapitck.kit.text;
