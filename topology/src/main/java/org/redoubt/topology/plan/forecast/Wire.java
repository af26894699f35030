package org.redoubt.topology.plan.forecast;

/**
 * What carries a migration from one host to another.
 *
 * @param link bytes per second while the guest runs, when nobody limits it
 * @param last bytes per second of the last copy, for which the guest stands still and no limit holds
 * @param setup seconds before the first page is sent and after the last
 * @param keeps which share of a limit is really reached
 * @param overhead seconds that the guest stands still besides the last copy: stopping, devices, going on
 */
public record Wire(double link, double last, double setup, double keeps, double overhead) {

    /** What was seen of QEMU where nothing of the hosts is known. */
    static final double USUAL_SETUP = 0.1;

    static final double USUAL_KEEPS = 0.95;
    static final double USUAL_OVERHEAD = 0.02;

    public Wire {
        if (!(link > 0) || !(last > 0) || !(keeps > 0) || !(setup >= 0) || !(overhead >= 0)) {
            throw new IllegalArgumentException(
                    "no wire: " + link + ", " + last + ", " + setup + ", " + keeps + ", " + overhead);
        }
    }

    /** The same wire, shared by so many. */
    Wire shared(int by) {
        return by <= 1 ? this : new Wire(link / by, last / by, setup, keeps, overhead);
    }

    /** A wire of which only the speed is known. */
    public static Wire of(double link) {
        return new Wire(link, link, USUAL_SETUP, USUAL_KEEPS, USUAL_OVERHEAD);
    }
}
