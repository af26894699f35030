package org.redoubt.agent.sim;

/** What chance is asked for: one number for each question, so that no two share their answers. */
final class Keys {

    static final long VM_UUID = 1;
    static final long HOST_UUID = 2;
    static final long PHASE = 3;
    static final long SETUP = 5;
    static final long SWITCHOVER = 6;
    static final long SIZES = 7;
    static final long PLACES = 8;
    static final long WORK = 9;
    static final long TROUBLE = 10;

    /** The wandering figures of single things. */
    static final long FIGURES = 1000;

    private Keys() {}

    /** The key of one figure of one thing. */
    static long figure(int which, long thing) {
        return FIGURES + thing * 8 + which;
    }
}
