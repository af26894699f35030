package org.redoubt.topology.plan.forecast;

import java.util.List;

/**
 * What is known of how a guest writes its memory.
 *
 * @param best the curve that explains best what was seen
 * @param plausible the curves that explain it nearly as well, {@code best} among them: what they say differently is not
 *     known
 * @param runs from how many of its own migrations
 * @param content what of its memory is not zeroes, as its last migration found
 * @param memory what its last migration counted as memory, devices included
 */
public record Writing(DirtyCurve best, List<DirtyCurve> plausible, int runs, long content, long memory) {

    public Writing {
        plausible = List.copyOf(plausible);
    }
}
