package org.redoubt.controllers.run;

/**
 * How much is done at once and how often is asked again.
 *
 * @param perHost migrations that one host takes part in at the same time
 * @param most migrations at the same time in all
 * @param again milliseconds until the hosts are first asked again; doubled each time
 * @param longest milliseconds that this never exceeds
 * @param soon how often they are asked before it is called unsettled
 */
record Pace(int perHost, int most, long again, long longest, int soon) {

    static final Pace USUAL = new Pace(2, 32, 100, 30_000, 6);

    /** How long to wait while a job is seen under way: as often as one of our own tells its figures. */
    long watching() {
        return 5 * again;
    }

    /** How long to wait after the attempt with this number, counted from 1. */
    long after(int attempt) {
        return Math.min(longest, again << Math.min(attempt - 1, 20));
    }
}
