package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.DIRTIED_LONGER;
import static org.redoubt.topology.model.Attributes.DIRTIED_SHORTLY;
import static org.redoubt.topology.model.Attributes.DIRTY_RATE;

import org.redoubt.agent.libvirt.read.VmFigures;

/**
 * What measurements of one VM's writing came to, for as long as they say what it does now. libvirt keeps only the last,
 * for ever, and does not say how old it is: one that was there when this desk first looked is not believed.
 */
final class DirtySamples {

    /** How long one look at a VM is, and another: seconds, as libvirt counts. */
    static final int SHORT = 1;

    static final int LONG = 4;
    private static final long FRESH = 10 * 60_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private boolean looked;
    private long start = -1;
    private long period = -1;
    private long rate = -1;
    private long shortly = -1;
    private long longer = -1;
    private long shortlyAt = NEVER;
    private long longerAt = NEVER;

    /** Takes what the bulk answer says now. */
    void look(VmFigures figures, long now) {
        boolean first = !looked;
        looked = true;
        if (figures.dirtyRate() < 0 || figures.dirtyStart() == start && figures.dirtyPeriod() == period) {
            return;
        }
        start = figures.dirtyStart();
        period = figures.dirtyPeriod();
        if (first) {
            return;
        }
        rate = figures.dirtyRate();
        if (period == SHORT) {
            shortly = rate * SHORT;
            shortlyAt = now;
        } else if (period == LONG) {
            longer = rate * LONG;
            longerAt = now;
        }
    }

    /** Says what is fresh. */
    void say(Said said, long now) {
        boolean shortFresh = fresh(shortlyAt, now);
        boolean longFresh = fresh(longerAt, now);
        said.amount(DIRTY_RATE, shortFresh || longFresh ? rate : -1);
        said.amount(DIRTIED_SHORTLY, shortFresh ? shortly : -1);
        said.amount(DIRTIED_LONGER, longFresh ? longer : -1);
    }

    private static boolean fresh(long at, long now) {
        return at != NEVER && now - at < FRESH;
    }
}
