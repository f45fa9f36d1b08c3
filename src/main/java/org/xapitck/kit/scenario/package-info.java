/** What one scenario knows and does: its tasks, its speaker, the server's work it watches. */
package org.xapitck.kit.scenario;
