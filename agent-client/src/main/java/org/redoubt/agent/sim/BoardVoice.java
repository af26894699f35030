package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.UP;

import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.topology.model.Source;

/** What a host's BMC says: that it is there, and how the power supplies are. It lives when its host does not. */
final class BoardVoice extends Voice {

    private final SimHost host;

    BoardVoice(SimHost host, long period) {
        super(new Source("bmc", host.name()), period);
        this.host = host;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        page.say(host.bmc(), UP, true);
        beat(world, page, host.bmc(), Keys.figure(0, 3_000_000L + host.index()), 60);
        for (int i = 0; i < 2; i++) {
            boolean failed = world.trouble(Kind.SUPPLY_FAILED, host.index(), i) != null;
            condition(
                    page,
                    host.supply(i),
                    !failed,
                    failed ? "Power Supply " + (i + 1) + ": Failure detected; input 0 W" : "");
        }
    }
}
