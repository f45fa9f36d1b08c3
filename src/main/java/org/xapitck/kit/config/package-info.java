/**
 * The files that a user writes: accounts, known deviations, the connection. Each value knows its
 * file and line.
 */
package org.xapitck.kit.config;
