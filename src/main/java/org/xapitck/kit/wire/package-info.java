/** The three wires: encode, send, keep the raw exchange, parse twice. */
package org.xapitck.kit.wire;
