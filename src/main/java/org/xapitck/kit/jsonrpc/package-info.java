/**
 * The wires JSON-RPC 1.0 and 2.0: REST Assured encodes and decodes, a strict parser reads the same
 * bytes.
 */
package org.xapitck.kit.jsonrpc;
