/**
 * Where and as whom: address, accounts by role, release, sessions, and the ledger of tasks that the
 * kit made.
 */
package org.xapitck.kit.target;
