package org.xapitck.kit.wire;

import java.util.List;

/** What an answer says and which rules of its wire's form it breaks. */
record Judgement(Answer answer, List<Exchange.Violation> violations) {}
