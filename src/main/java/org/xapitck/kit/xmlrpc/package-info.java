/**
 * The wire XML-RPC: the Apache client encodes and decodes, a strict parser reads the same bytes.
 */
package org.xapitck.kit.xmlrpc;
