package org.redoubt.agent.sim.plant;

/** What chance is asked for: one number for each question, so that no two share their answers. */
public final class Keys {

    public static final long VM_UUID = 1;
    public static final long HOST_UUID = 2;
    public static final long PHASE = 3;
    public static final long SETUP = 5;
    public static final long SWITCHOVER = 6;
    public static final long SIZES = 7;
    public static final long PLACES = 8;
    public static final long WORK = 9;
    public static final long TROUBLE = 10;

    /** The wandering figures of single things. */
    public static final long FIGURES = 1000;

    private Keys() {}

    /** The key of one figure of one thing. */
    public static long figure(int which, long thing) {
        return FIGURES + thing * 8 + which;
    }
}
