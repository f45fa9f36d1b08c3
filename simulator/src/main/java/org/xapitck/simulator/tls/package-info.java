/**
 * How a server of https proves itself: a certificate of its own, or one that is made at the start.
 */
package org.xapitck.simulator.tls;
