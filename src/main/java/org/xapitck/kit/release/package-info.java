/** Which release a server claims to be, and what follows from it. */
package org.xapitck.kit.release;
