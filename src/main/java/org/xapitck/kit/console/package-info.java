/** What people read on the console: progress, causes, what was not tested, the verdict. */
package org.xapitck.kit.console;
