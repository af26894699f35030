package org.redoubt.topology.plan;

import java.util.Set;
import java.util.TreeSet;

/**
 * An operator's yes to a plan.
 *
 * @param accepted the rules of the objections that the operator accepts, by name
 */
public record Approval(Plan plan, String operator, Set<String> accepted) {

    public Approval {
        accepted = Set.copyOf(new TreeSet<>(accepted));
        if (operator.isBlank()) {
            throw new IllegalArgumentException("an approval is somebody's");
        }
    }

    /** Whether it covers everything that is objected. */
    public boolean covers(Iterable<Objection> objections) {
        for (Objection objection : objections) {
            if (!objection.acceptable() || !accepted.contains(objection.rule())) {
                return false;
            }
        }
        return true;
    }
}
