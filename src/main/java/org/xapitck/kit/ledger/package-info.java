/** What the kit made on a server: noted before it is made, kept until it is gone. */
package org.xapitck.kit.ledger;
