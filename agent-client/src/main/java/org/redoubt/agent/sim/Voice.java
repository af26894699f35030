package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.HashSet;
import java.util.Set;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Source;

/**
 * One source of the simulated site. It remembers what it has said where it will have to take it back: what is no longer
 * so has to be said to be gone.
 */
abstract class Voice {

    private final Source source;
    private final long period;
    private final Set<ElementId> complained = new HashSet<>();

    /** @param period how often it is asked, simulated milliseconds */
    Voice(Source source, long period) {
        this.source = source;
        this.period = period;
    }

    final Source source() {
        return source;
    }

    final long period() {
        return period;
    }

    /**
     * Writes down what it says now; nothing while it is silent.
     *
     * @param all whether everything is said, or only what is asked for at each poll of a big site
     */
    abstract void speak(SimWorld world, Page page, boolean all);

    /** Says whether a part works, and what is the matter where it does not. */
    final void condition(Page page, ElementId part, boolean up, String matter) {
        page.say(part, UP, up);
        health(page, part, up ? matter.isEmpty() ? Health.OK : Health.DEGRADED : Health.FAILED, matter);
    }

    /** Says that a heart was heard beating as often as it is asked; it wanders by up to {@code most} milliseconds. */
    final void beat(SimWorld world, Page page, ElementId heart, long key, long most) {
        double wander = world.chance().wander(key, world.now(), period);
        page.say(heart, BEAT_EXPECTED, period).say(heart, BEAT, period + (long) (most * wander));
    }

    final void health(Page page, ElementId part, Health health, String matter) {
        page.say(part, HEALTH, health);
        if (!matter.isEmpty()) {
            complained.add(part);
            page.say(part, DETAIL, matter);
        } else if (complained.remove(part)) {
            page.gone(part, DETAIL);
        }
    }
}
