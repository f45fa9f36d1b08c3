/**
 * What a user writes into files: accounts, known deviations, the connection. Each value knows its
 * place.
 */
package org.xapitck.kit.config;
