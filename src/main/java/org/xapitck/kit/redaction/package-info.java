/** Secrets: collected once, masked wherever text leaves the kit. */
package org.xapitck.kit.redaction;
