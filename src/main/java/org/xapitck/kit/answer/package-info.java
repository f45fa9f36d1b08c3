/** What an answer shows, and which requirement a wrong one breaks. */
package org.xapitck.kit.answer;
