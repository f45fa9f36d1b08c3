/** What one scenario knows and does: its tasks, its account, the server's work that it watches. */
package org.xapitck.kit.scenario;
