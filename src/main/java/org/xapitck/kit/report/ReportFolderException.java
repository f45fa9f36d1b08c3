package org.xapitck.kit.report;

/** The report folder cannot be used or a report cannot be written; the message is one sentence. */
public final class ReportFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReportFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
