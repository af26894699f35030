package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.REPLICA_LAG;

import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Source;

/** What a switch, a fabric switch or an array says over SNMP of itself and its parts. */
final class DeviceVoice extends Voice {

    private final Plant.Device device;
    private final int index;

    DeviceVoice(Plant.Device device, int index, long period) {
        super(new Source("snmp", device.id().key()), period);
        this.device = device;
        this.index = index;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        page.all(device.fixed());
        int down = 0;
        for (int i = 0; i < device.parts().size(); i++) {
            ElementId part = device.parts().get(i);
            boolean failed = part.kind() == ElementKind.STORAGE_CONTROLLER
                    && world.trouble(Kind.CONTROLLER_DOWN, index, i) != null;
            boolean dark = part.kind() == ElementKind.SWITCH_PORT && dark(world, part);
            String matter =
                    failed ? "not ready; its volumes failed over to the other controller" : dark ? "notConnect" : "";
            condition(page, part, !failed && !dark, matter);
            down += failed ? 1 : 0;
        }
        Trouble late = world.trouble(Kind.REPLICA_LATE, index, 0);
        String matter = down > 0 ? down + " of " + device.parts().size() + " controllers not ready" : "";
        if (late != null) {
            matter = "replication falls behind: the link is saturated";
        }
        health(page, device.id(), matter.isEmpty() ? Health.OK : Health.DEGRADED, matter);
        if (device.lag() > 0) {
            double wander = world.chance().wander(Keys.figure(7, 2_000_000L + index), world.now(), 9_000);
            long usual = (long) (device.lag() * (0.75 + 0.5 * wander));
            // It grows while it is late, and is caught up within a poll.
            long behind = late == null ? 0 : (world.now() - late.from()) / 8;
            page.say(device.id(), REPLICA_LAG, usual + behind);
        }
    }

    /** Whether the NIC at the other end of a port has lost its link. */
    private static boolean dark(SimWorld world, ElementId port) {
        Plant.End end = world.plant().endAt(port);
        return end != null && world.trouble(Kind.NIC_LOST, end.host().index(), end.nic()) != null;
    }
}
