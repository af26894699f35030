package org.redoubt.topology.heartbeat;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.Optional;
import java.util.stream.Stream;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.LinkState;

/**
 * How regularly a heartbeat is heard: a cluster's ring, a node's token, a guest agent.
 *
 * @param millis since it was last heard; -1 when it never was
 * @param expected how often it is meant to be heard, milliseconds
 * @param last milliseconds between the last two beats; -1 when nobody says
 */
public record Beat(Level level, long millis, long expected, long last) {

    private static final int LATE_BEATS = 2;
    private static final int SILENT_BEATS = 3;

    /** From good to bad, and then what was never heard. */
    public enum Level {
        HEARD,
        /** Over twice as long as expected. */
        LATE,
        /** Over three times as long as expected. Not down. */
        SILENT,
        /** It has never been heard by this console. Not fine. */
        NOT_HEARD,
        /** Never heard, and expected for no longer than three beats: nothing to judge it by. Neither fine nor late. */
        LEARNING;

        /** What a silence means where a beat is expected every so often; negative: never heard. */
        static Level of(long silence, long expected) {
            if (silence < 0) {
                return NOT_HEARD;
            }
            if (silence > SILENT_BEATS * expected) {
                return SILENT;
            }
            return silence > LATE_BEATS * expected ? LATE : HEARD;
        }
    }

    /** The heartbeat of an element at {@code now}, desk milliseconds; empty when none is expected of it. */
    public static Optional<Beat> of(Element element, long now) {
        Optional<Long> expected = element.value(BEAT_EXPECTED).filter(every -> every > 0);
        return expected.map(every -> {
            long heard = element.claims().about(BEAT).stream()
                    .mapToLong(Claim::heard)
                    .max()
                    .orElse(-1);
            long silence = heard < 0 ? -1 : Math.max(0, now - heard);
            boolean learning = heard < 0 && mayBegin(element) && now - begun(element) <= SILENT_BEATS * every;
            return new Beat(
                    learning ? Level.LEARNING : Level.of(silence, every),
                    silence,
                    every,
                    element.value(BEAT).orElse(-1L));
        });
    }

    /** A host that is not connected cannot be heard, however short a time ago that began. */
    private static boolean mayBegin(Element element) {
        return !(element instanceof Element.Host host)
                || host.link().connected()
                || host.link() == LinkState.CONNECTING;
    }

    /** Since when a beat could be heard: it is expected, and the link to a host is as it is. */
    private static long begun(Element element) {
        return Stream.of(BEAT_EXPECTED, LINK)
                .flatMap(attribute -> element.claims().about(attribute).stream())
                .mapToLong(Claim::since)
                .max()
                .orElse(0);
    }
}
