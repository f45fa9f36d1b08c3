/** Exchanges as people read and repeat them: a transcript, a script of curl lines. */
package org.xapitck.kit.transcript;
