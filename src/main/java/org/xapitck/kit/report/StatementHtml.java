package org.xapitck.kit.report;

import io.jstach.jstache.JStache;
import org.xapitck.kit.page.Head;
import org.xapitck.kit.page.Html;

/**
 * {@code statement.html}: the page to hand over. It has no script at all and may load nothing, so
 * whatever a server wrote stays text; it can be printed and read without colours.
 */
@JStache(path = "report/statement")
public record StatementHtml(Head head, Statement statement) {

  /** The whole page. */
  public static String write(RunReport report) {
    Head head = Head.of("XenAPI class task: " + report.word());
    return new StatementHtmlRenderer(null, Html::escaped)
        .execute(new StatementHtml(head, new Statement(report)));
  }
}
