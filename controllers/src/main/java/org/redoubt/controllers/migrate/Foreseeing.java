package org.redoubt.controllers.migrate;

import java.util.function.Function;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Step;

/** Asks the node that would take a VM what its cluster would do; it changes nothing there. It blocks for a bounded time. */
public final class Foreseeing implements Function<Step.ClusterMove, Foresight> {

    private final SiteAgents agents;

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public Foreseeing(SiteAgents agents) {
        this.agents = agents;
    }

    @Override
    public Foresight apply(Step.ClusterMove move) {
        return agents.cluster(move.actor())
                .map(agent -> agent.foresee(move))
                .orElseGet(() -> new Foresight.Untold("this desk does not act there over SSH"));
    }
}
