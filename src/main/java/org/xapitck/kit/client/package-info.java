/** Calls in the sessions of accounts: paced, guarded, and only about tasks that the kit made. */
package org.xapitck.kit.client;
