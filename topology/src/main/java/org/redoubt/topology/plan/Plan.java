package org.redoubt.topology.plan;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Site;

/**
 * What is going to be done, as a value: the site it starts from, the steps, and the site it is expected to lead to.
 * Nothing has happened; the same painter draws the predicted site.
 *
 * @param title one line: {@code payroll-db: node-2 → node-3}
 * @param objections all of them; a plan with one that is not acceptable cannot be approved
 */
public record Plan(
        String title,
        Site origin,
        List<Step> steps,
        Site predicted,
        List<Objection> objections,
        List<String> costs,
        Optional<Prediction> prediction) {

    public Plan {
        steps = List.copyOf(steps);
        objections = List.copyOf(objections);
        costs = List.copyOf(costs);
    }

    /** Whether an operator may approve it at all. */
    public boolean possible() {
        return !steps.isEmpty() && objections.stream().allMatch(Objection::acceptable);
    }
}
