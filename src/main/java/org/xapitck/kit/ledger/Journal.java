package org.xapitck.kit.ledger;

import org.xapitck.kit.model.Wire;

/**
 * Keeps the ledger's notes beyond the life of this process. Each note is stored before the method
 * returns, so a killed process leaves no unknown task.
 */
public interface Journal extends AutoCloseable {

  /** Remembers nothing: for the bundled simulator, whose tasks end with this process. */
  Journal NONE =
      new Journal() {
        @Override
        public void intent(int number, String mark, Wire wire) {}

        @Override
        public void made(int number, String ref) {}

        @Override
        public void started(int number, String ref) {}

        @Override
        public void refused(int number) {}

        @Override
        public void gone(String ref) {}

        @Override
        public void close() {}
      };

  /**
   * A task is about to be made.
   *
   * @param number of this intent within the run
   * @param mark in its label or description; empty where the task can carry none
   */
  void intent(int number, String mark, Wire wire);

  /** The server gave the task of an intent this reference. */
  void made(int number, String ref);

  /** The same of a task that the server runs, so that nobody sets its status to be rid of it. */
  void started(int number, String ref);

  /** The server made no task of an intent. */
  void refused(int number);

  /** The server no longer knows the task. */
  void gone(String ref);

  @Override
  void close();
}
