package org.xapitck.kit.wire;

import java.util.List;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;

/** What an answer says and which rules of its wire's form it breaks. */
public record CheckedAnswer(Answer answer, List<Exchange.Violation> violations) {}
