package org.redoubt.agent.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redoubt.agent.pacemaker.read.Simulation;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Foretold.Way;

/**
 * Moving a resource the way its cluster wants it: the commands, each a line for sh on one of its nodes, and what their
 * answers mean. First it is rehearsed on a copy of the configuration, which tells what else would move. The move itself is a
 * rule with an end of its own; taking the rule back is a second action. It runs nothing itself.
 */
public record PacemakerMove(String resource, String node) {

    /** How long the rule holds at the most, should nobody take it back. */
    public static final String LIFETIME = "PT30M";

    /** Names that need no thought about quotes; whatever is called otherwise is not moved from here. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,63}");

    private static final int NO_SUCH = 105;
    private static final int THERE_ALREADY = 108;
    private static final int TIMED_OUT = 124;

    public PacemakerMove {
        if (!HARMLESS.matcher(resource).matches() || !HARMLESS.matcher(node).matches()) {
            throw new IllegalArgumentException("not a name that is put into a command");
        }
    }

    /** Empty where one of the names is none that is put into a command. */
    public static Optional<PacemakerMove> of(String resource, String node) {
        return HARMLESS.matcher(resource).matches() && HARMLESS.matcher(node).matches()
                ? Optional.of(new PacemakerMove(resource, node))
                : Optional.empty();
    }

    /**
     * Says what the move would do, as XML for {@link Simulation}. It changes nothing: the rule is put into a copy of the
     * configuration, which nobody else may read and which is gone when it ends.
     */
    public String rehearsal() {
        return "umask 077; d=$(mktemp -d) || exit 1; trap 'rm -rf \"$d\"' EXIT; trap 'exit 1' HUP INT TERM;"
                + " cibadmin -Q >\"$d/cib.xml\" && CIB_file=\"$d/cib.xml\" " + move()
                + " >/dev/null && crm_simulate -x \"$d/cib.xml\" -S --output-as=xml";
    }

    /** Lays down the rule by which the cluster moves the resource. */
    public String move() {
        return "crm_resource --move --resource '" + resource + "' --node '" + node + "' --lifetime " + LIFETIME;
    }

    /** Takes the rule back, and any that an earlier move of this resource left behind. */
    public String clear() {
        return "crm_resource --clear --resource '" + resource + "'";
    }

    /** Why the cluster refused, by how crm_resource ended; empty where that tells nothing or it did not refuse. */
    public static Optional<String> refusal(int exit) {
        return switch (exit) {
            case NO_SUCH -> Optional.of("the cluster knows no such resource or node");
            case THERE_ALREADY -> Optional.of("it is there already");
            case TIMED_OUT -> Optional.of("the cluster did not answer in time");
            default -> Optional.empty();
        };
    }

    /** What the rehearsed move would do. */
    public Foretold foretold(Simulation simulation) {
        List<Foretold.Other> others = new ArrayList<>();
        simulation.fenced().forEach(shot -> others.add(new Foretold.Other(shot, "node " + shot + " is shot")));
        Way way = Way.STAYS;
        for (Simulation.Action action : simulation.actions()) {
            if (!action.resource().equals(resource)) {
                others.add(new Foretold.Other(action.resource(), action.words()));
            } else if (way != Way.STOP_AND_START) {
                way = action.live() ? Way.LIVE : Way.STOP_AND_START;
            }
        }
        boolean arrives = simulation.after().getOrDefault(resource, List.of()).equals(List.of(node));
        return new Foretold(arrives ? way : Way.STAYS, others);
    }
}
