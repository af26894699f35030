package org.redoubt.topology.picture;

import java.util.List;

/**
 * What a host says to a VM that is held over the map.
 *
 * @param tone INTERACTION where it fits, WARNING where it fits at a cost, FAINT where it cannot go
 * @param lines every reason or cost, one each; wrapped to the card
 * @param callout what is shown beside the pointer over this host: a title first
 */
public record HostAnswer(Tone tone, List<String> lines, List<String> callout) {
    public HostAnswer {
        lines = List.copyOf(lines);
        callout = List.copyOf(callout);
    }

    boolean cannot() {
        return tone != Tone.INTERACTION && tone != Tone.WARNING;
    }

    Glyph lead() {
        return tone == Tone.WARNING ? Glyph.TRIANGLE : cannot() ? Glyph.CROSS : Glyph.DOT;
    }
}
