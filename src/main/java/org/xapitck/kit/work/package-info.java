/** What makes a server start tasks of its own. */
package org.xapitck.kit.work;
