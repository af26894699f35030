package org.redoubt.agent.libvirt;

/**
 * How often a host is asked and how long it is waited for; milliseconds.
 *
 * @param poll between two readings of all figures
 * @param round between two readings of what changes seldom
 * @param hang how long a call may take before the host is said to hang
 * @param connect the same for connecting
 * @param abandon how long a call may take before its thread is given up and another one tries
 * @param ready how long an action may wait for its host before it is not sent at all
 * @param closing how long closing waits for a thread that is in a call
 */
record Pace(long poll, long round, long hang, long connect, long abandon, long ready, long closing) {

    /** A hang is seen within one poll, the patience for a call and a second of the watchdog: 12 s. */
    static final Pace NORMAL = new Pace(5_000, 30_000, 6_000, 10_000, 60_000, 20_000, 2_000);
}
