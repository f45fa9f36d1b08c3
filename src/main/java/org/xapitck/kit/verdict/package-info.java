/** Six verdicts, the overall word and the exit code: pure, no input or output. */
package org.xapitck.kit.verdict;
