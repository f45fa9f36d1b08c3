/** Six verdicts, the overall verdict and the exit code; pure, without input or output. */
package org.xapitck.kit.verdict;
