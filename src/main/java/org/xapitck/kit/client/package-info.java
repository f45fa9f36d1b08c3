/**
 * Calls in the sessions of accounts, with pace and guard, and only about tasks that the kit made.
 */
package org.xapitck.kit.client;
