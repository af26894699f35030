package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.List;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Source;

/** What a host's own tools say over SSH: its cards and ports, LLDP's neighbours, the HBAs' links. */
final class ShellVoice extends Voice {

    private final SimHost host;

    ShellVoice(SimHost host, long period) {
        super(new Source("ssh", host.name()), period);
        this.host = host;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        if (world.dead(host)) {
            return;
        }
        page.all(host.parts());
        ElementId ssh = host.id().part(ElementKind.SERVICE, "ssh");
        page.say(ssh, NAME, "ssh").say(ssh, PART_OF, host.id());
        condition(page, ssh, true, "");
        beat(world, page, ssh, Keys.figure(1, 3_000_000L + host.index()), 90);
        for (int i = 0; i < host.nics().size(); i++) {
            boolean lost = world.trouble(Kind.NIC_LOST, host.index(), i) != null;
            condition(
                    page,
                    host.nics().get(i).id(),
                    !lost,
                    lost ? "ice 0000:" + (3 + i) + "b:00.0 nic" + i + ": NIC Link is Down (carrier 0)" : "");
        }
        List<SimHost.Port> hbas = host.hbas();
        for (int i = 0; i < hbas.size(); i++) {
            boolean lost = world.trouble(Kind.HBA_LOST, host.index(), i) != null;
            condition(page, hbas.get(i).id(), !lost, lost ? linkDown(i) : "");
        }
    }

    private static String linkDown(int hba) {
        return "Linkdown. lpfc 0000:5e:00." + hba + ": " + hba + ":1305 Link Down Event x2 received;"
                + " multipathd: checker failed path in map, remaining active paths: 2";
    }
}
