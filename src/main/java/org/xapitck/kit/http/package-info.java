/** HTTP for all wires: one pool, one time limit per call, the raw bytes of the answer. */
package org.xapitck.kit.http;
