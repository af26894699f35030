package org.redoubt.agent.ssh;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.CLOCK_OFFSET;
import static org.redoubt.topology.model.Attributes.CLOCK_UNCERTAINTY;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.LATENCY;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.PROBE_BYTES;
import static org.redoubt.topology.model.Attributes.PROBE_CPU;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;

/**
 * The heartbeat of a host's sshd, an element of its own: it says nothing of the host's LINK, which is libvirt's. It is up
 * when it has answered a round, and down only when the machine itself refused the connection; whatever else fails leaves
 * that unknown. Pure.
 */
final class Heart {

    /** What changes with the link; the rest is as old as the last round. */
    static final Set<Attribute<?>> OF_THE_LINK = Set.of(LINK, LINK_DETAIL, UP, HEALTH, DETAIL);

    private final ElementId host;
    private final ElementId id;
    private final long every;
    private long lastBeat = -1;

    /** @param every how often it is meant to be heard, milliseconds */
    Heart(ElementId host, long every) {
        this.host = host;
        this.id = host.part(ElementKind.SERVICE, "ssh");
        this.every = every;
    }

    ElementId id() {
        return id;
    }

    /** Before anything was heard: what is waited for. */
    Reading begun() {
        return new Reading()
                .say(id, BEAT_EXPECTED, every)
                .say(id, LINK, LinkState.CONNECTING)
                .say(id, LINK_DETAIL, "Connecting.");
    }

    /** Of a connection that failed, is overdue or broke. */
    Reading failed(LinkVerdict verdict) {
        Reading reading = new Reading();
        named(reading);
        reading.say(id, LINK, verdict.state()).say(id, LINK_DETAIL, verdict.detail());
        reading.say(id, DETAIL, verdict.detail());
        if (verdict.state() == LinkState.REFUSED) {
            reading.say(id, UP, false).say(id, HEALTH, Health.FAILED);
        }
        return reading;
    }

    /**
     * Of a round that was answered, at its end.
     *
     * @param now desk milliseconds
     */
    void beats(Reading reading, Round round, Optional<Clock> clock, String matter, long now) {
        named(reading);
        reading.say(id, LINK, LinkState.CONNECTED).say(id, LINK_DETAIL, "").say(id, UP, true);
        reading.say(id, HEALTH, matter.isEmpty() ? Health.OK : Health.DEGRADED);
        reading.say(id, DETAIL, Optional.of(matter).filter(said -> !said.isEmpty()));
        reading.say(id, BEAT, lastBeat < 0 ? Optional.empty() : Optional.of(now - lastBeat));
        lastBeat = now;
        reading.say(id, LATENCY, clock.map(told -> 2_000 * told.uncertainty()));
        reading.say(id, PROBE_CPU, amount(round.cost().cpuMillis()))
                .say(id, PROBE_BYTES, amount(round.cost().bytes()));
        reading.say(host, CLOCK_OFFSET, clock.map(Clock::offset))
                .say(host, CLOCK_UNCERTAINTY, clock.map(Clock::uncertainty));
    }

    private void named(Reading reading) {
        reading.say(id, NAME, "ssh").say(id, PART_OF, host).say(id, BEAT_EXPECTED, every);
    }

    private static Optional<Long> amount(long known) {
        return known < 0 ? Optional.empty() : Optional.of(known);
    }
}
