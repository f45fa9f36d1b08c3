package org.xapitck.kit.run;

import java.util.Optional;
import org.xapitck.kit.target.Claim;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.target.TaskSources;

/**
 * What a run stands on once the server has told what it is.
 *
 * @param plan the scenarios that its release lets run
 * @param claim what it is judged by
 * @param stock the kit's few tasks where tasks stay
 * @param sources what starts tasks that the server runs
 */
record Ground(Plan plan, Claim claim, Optional<Stock> stock, TaskSources sources) {}
