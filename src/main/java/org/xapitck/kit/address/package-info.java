/** Addresses of servers: what a URL may be, and whether a password travels safely to it. */
package org.xapitck.kit.address;
