package org.redoubt.topology.plan;

import java.util.Objects;

/**
 * Why a VM should not go to a host.
 *
 * @param rule the rule that objects, a stable word: {@code memory}, {@code owner-unknown}
 * @param says what is the matter, in words that fit on a host's card
 * @param fix the smallest thing that would remove it, or empty when there is none
 * @param acceptable whether an operator may go on all the same, by accepting it by this rule's name
 */
public record Objection(String rule, String says, String fix, boolean acceptable) {
    public Objection {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(says);
        Objects.requireNonNull(fix);
    }
}
