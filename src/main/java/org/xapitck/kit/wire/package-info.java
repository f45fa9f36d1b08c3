/**
 * The three wires: encode, send, keep the raw exchange, read the answer twice.
 *
 * <p>One call's way: {@link org.xapitck.kit.client.WireClients} opens a client; its {@code call}
 * hands the parameters to the wire's client library, Apache XML-RPC or REST Assured, which encodes
 * them and posts them over {@code HttpTransport}. There the answer's bytes are kept, limited and
 * timed. The library decodes them; then the kit's strict parser reads the same bytes.
 *
 * <ul>
 *   <li>The strict parser refuses: the server's defect, {@code Malformed} and a violation of {@code
 *       well_formed}.
 *   <li>It accepts and the library refuses or reads something else: {@link
 *       org.xapitck.kit.wire.ClientFault}, never a verdict on the server.
 *   <li>Both agree: the envelope is judged. An answer that can be understood although its form is
 *       wrong is an answer, with the violation beside it, so that one mistake of form does not hide
 *       what else is right.
 * </ul>
 */
package org.xapitck.kit.wire;
