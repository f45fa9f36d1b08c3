package org.xapitck.kit.run;

import java.util.Optional;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.work.TaskSources;

/**
 * What a run stands on once the server has told what it is.
 *
 * @param plan the scenarios that its release lets run
 * @param detected what it is judged by
 * @param budget the kit's few tasks where tasks stay
 * @param sources what starts tasks that the server runs
 * @param accountsSpared why no wrong password of an account is tried; empty where one is
 */
record RunContext(
    Plan plan,
    DetectedRelease detected,
    Optional<TaskBudget> budget,
    TaskSources sources,
    Optional<Reason> accountsSpared) {}
