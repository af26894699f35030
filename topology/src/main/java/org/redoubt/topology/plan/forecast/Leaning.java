package org.redoubt.topology.plan.forecast;

/**
 * By how much a guest's own migrations lay beside what is reckoned of them, as logarithms of ratios: 0.1 is a tenth longer
 * than reckoned. What no curve and no wire explains, but comes again each time.
 */
public record Leaning(double total, double pause) {

    public static final Leaning NONE = new Leaning(0, 0);

    /** None is taken to be further off. */
    private static final double MOST = 1.2;

    /** What was not seen counts as much as this of a migration that went as reckoned. */
    private static final double DOUBT = 0.3;
    /** How unlike two limits are at which a guest's migrations still say something of each other: the logarithm of a ratio. */
    private static final double ALIKE = 0.2;

    /** Sums up what single migrations say. */
    static final class Sum {
        private double total;
        private double pause;
        private double weights = DOUBT;

        /**
         * @param weight of this migration beside the others
         * @param unlike how far its speed is from the one that is asked about, the logarithm of a ratio
         * @param totalOff the logarithm of real by reckoned
         * @param pauseOff the same of the pause
         */
        void add(double weight, double unlike, double totalOff, double pauseOff) {
            double counts = weight * Math.exp(-unlike * unlike / (2 * ALIKE * ALIKE));
            total += counts * Math.clamp(totalOff, -MOST, MOST);
            pause += counts * Math.clamp(pauseOff, -MOST, MOST);
            weights += counts;
        }

        Leaning done() {
            return new Leaning(total / weights, pause / weights);
        }
    }
}
