package org.redoubt.topology.heartbeat;

/** How improbable it is that a normally distributed value is greater than a given one, in logarithms: no tail is zero. */
final class Tail {

    /** Chebyshev coefficients of ln erfc(x) + x² - ln t, t = 1/(1 + x/2): good to 1.2e-7 of the value everywhere. */
    private static final double[] COEFFICIENTS = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private Tail() {}

    /** The natural logarithm of the probability that a standard normal value exceeds {@code z}. */
    static double log(double z) {
        double x = z / Math.sqrt(2);
        return x >= 0 ? logErfc(x) - Math.log(2) : Math.log1p(-Math.exp(logErfc(-x)) / 2);
    }

    /** ln erfc(x) for x not negative. */
    private static double logErfc(double x) {
        double t = 1 / (1 + x / 2);
        double sum = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            sum = sum * t + COEFFICIENTS[i];
        }
        return Math.log(t) - x * x + sum;
    }
}
