/** How an https server proves itself, and the kit to it. */
package org.xapitck.kit.tls;
