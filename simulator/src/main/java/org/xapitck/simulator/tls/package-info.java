/**
 * How an https server proves itself: with a given certificate, or with one that is made at the
 * start.
 */
package org.xapitck.simulator.tls;
