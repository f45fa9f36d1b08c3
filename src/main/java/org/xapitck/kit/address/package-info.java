/** Addresses of servers: what a URL may be, and what it says about the way of a password. */
package org.xapitck.kit.address;
