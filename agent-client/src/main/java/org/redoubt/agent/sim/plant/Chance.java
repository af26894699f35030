package org.redoubt.agent.sim.plant;

import java.util.UUID;

/**
 * Chance that is a function: the same seed and keys give the same value, whenever and in whatever order they are asked.
 * That is what makes the world independent of the steps in which it is advanced.
 */
public record Chance(long seed) {

    /** 64 well-mixed bits of two keys. */
    public long bits(long key, long index) {
        return mix(mix(mix(seed) ^ key * 0x9E3779B97F4A7C15L) + index * 0xD1B54A32D192ED03L);
    }

    /** A share of one, 1 excluded. */
    public double share(long key, long index) {
        return (bits(key, index) >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to {@code bound}, which is excluded. */
    public int below(int bound, long key, long index) {
        return (int) (share(key, index) * bound);
    }

    /** A share of one that wanders: a new value each {@code period}, in between straight from one to the next. */
    public double wander(long key, long millis, long period) {
        long step = Math.floorDiv(millis, period);
        double along = (double) Math.floorMod(millis, period) / period;
        return share(key, step) * (1 - along) + share(key, step + 1) * along;
    }

    /** A UUID as a random one looks. */
    public UUID uuid(long key, long index) {
        long high = bits(key, 2 * index) & ~0xF000L | 0x4000L;
        long low = bits(key, 2 * index + 1) & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
