package org.redoubt.agent.ssh.read.net;

import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.DRIVER;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SPEED;
import static org.redoubt.topology.model.Attributes.UP;

import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/** Says which network ports a host has, on which card each sits, and whether it has carrier. */
public final class NetworkPorts implements Reader {

    static ElementId id(ElementId host, String name) {
        return host.part(ElementKind.NETWORK_PORT, name);
    }

    @Override
    public void read(Round round, Reading reading) {
        for (Interface port : Interfaces.of(new Asked(round, reading)).ports()) {
            say(port, round.host(), reading);
        }
    }

    private static void say(Interface port, ElementId host, Reading reading) {
        ElementId id = id(host, port.name());
        reading.say(id, NAME, port.name());
        port.slot().ifPresentOrElse(slot -> slot.say(id, host, reading), () -> reading.say(id, PART_OF, host));
        reading.say(id, DRIVER, port.driver());
        if (port.raised().filter(raised -> !raised).isPresent()) {
            // in a bond or a bridge it is missed; else nobody uses it, and of its cable nothing can be told
            if (port.master().isPresent()) {
                down(id, "administratively down", reading);
            } else {
                reading.say(id, DETAIL, "administratively down, not in use");
            }
        } else if (port.carrier().isPresent() && port.carrier().get()) {
            reading.say(id, UP, true).say(id, HEALTH, Health.OK).say(id, SPEED, port.speed());
        } else if (port.carrier().isPresent()) {
            down(id, "no carrier", reading);
        }
    }

    private static void down(ElementId id, String why, Reading reading) {
        reading.say(id, UP, false).say(id, HEALTH, Health.FAILED).say(id, DETAIL, why);
    }
}
