package org.redoubt.topology.picture;

import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;

/**
 * What a layout is made for.
 *
 * @param width the width of the window that it is seen through; rows are broken for its form
 * @param height its height
 * @param beats when each host's heartbeat was heard, desk milliseconds, oldest first; a host without is drawn from what
 *     the site itself says, which is its last two beats. It may go on being filled: what it holds when a card is first
 *     looked at is drawn
 */
public record Options(double width, double height, Map<ElementId, List<Long>> beats) {

    /** A window as in the design's picture, and no history. */
    public static final Options DEFAULT = new Options(1200, 780, Map.of());

    public Options {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a window of " + width + " by " + height);
        }
    }
}
