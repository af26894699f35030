package org.redoubt.topology.heartbeat;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.LinkState;

/**
 * How regularly a heartbeat is heard: a host's agent, its SSH, a link of a cluster's ring, its BMC. What follows from a
 * silence depends on the rhythm and on nothing that was concluded before: it is forgotten with the next beat.
 *
 * @param millis since it was last heard; -1 when it never was
 * @param expected how often it is meant to be heard, milliseconds
 * @param last milliseconds between the last two beats; -1 when nobody says
 * @param phi how surprising that is: −log10 of the probability of so long a silence while all is well; 0 when it was
 *     never heard
 */
public record Beat(Level level, long millis, long expected, long last, double phi) {

    /** One beat in a hundred comes later than this though all is well. */
    public static final double LATE_PHI = 2;
    /** One in a hundred thousand. */
    public static final double SUSPECT_PHI = 5;
    /** One in a hundred millions: it is silent. That is not down. */
    public static final double SILENT_PHI = 8;

    private static final int LATE_BEATS = 2;
    private static final int SILENT_BEATS = 3;
    /** A source that says its last beat took this much longer than this desk waited for it has counted it itself. */
    private static final double COUNTED = 1.5;

    /** From good to bad, and then what was never heard. */
    public enum Level {
        HEARD,
        /** Later than nearly all others came. */
        LATE,
        /** Later than can be by chance, unless many were lost. */
        SUSPECT,
        /** Not heard at all any more. Not down. */
        SILENT,
        /** It has never been heard by this console. Not fine. */
        NOT_HEARD,
        /** Nothing to judge it by yet, or not since this desk itself was away. Neither fine nor late. */
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

        static Level of(double phi) {
            if (phi >= SILENT_PHI) {
                return SILENT;
            }
            if (phi >= SUSPECT_PHI) {
                return SUSPECT;
            }
            return phi >= LATE_PHI ? LATE : HEARD;
        }

        /** Whether something is the matter with a heartbeat that once was heard. */
        public boolean abnormal() {
            return this == LATE || this == SUSPECT || this == SILENT;
        }

        /** The level as a word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * The heartbeat of an element at {@code now}, desk milliseconds, with nothing known of its rhythm but what is
     * expected; empty when none is.
     */
    public static Optional<Beat> of(Element element, long now) {
        return Heartbeats.NONE.beat(element, now);
    }

    /** @param back when this desk came back from having been away: only what was silent since then is judged */
    static Optional<Beat> of(Element element, Rhythm rhythm, long now, long back) {
        Optional<Long> expected = element.value(BEAT_EXPECTED).filter(every -> every > 0);
        return expected.map(every -> {
            long heard = heard(element);
            long apart = element.value(BEAT).orElse(-1L);
            if (heard < 0) {
                boolean learning = mayBegin(element) && now - Math.max(back, begun(element)) <= SILENT_BEATS * every;
                return new Beat(learning ? Level.LEARNING : Level.NOT_HEARD, -1, every, apart, 0);
            }
            long silence = Math.max(0, now - heard);
            boolean unheard = heard < back;
            double phi = unheard
                    ? rhythm.phi(Math.max(0, now - back))
                    : Math.max(rhythm.phi(silence), counted(rhythm, apart, every));
            Level level = Level.of(phi);
            return new Beat(unheard && level == Level.HEARD ? Level.LEARNING : level, silence, every, apart, phi);
        });
    }

    private static long heard(Element element) {
        return element.claims().about(BEAT).stream()
                .mapToLong(Claim::heard)
                .max()
                .orElse(-1);
    }

    /**
     * How surprising it is what the source itself waited for its last beat, where it hears oftener than it tells: by
     * what is expected, for what was learned is how often it tells.
     */
    private static double counted(Rhythm rhythm, long apart, long every) {
        long[] told = rhythm.beats(2);
        boolean longer = told.length < 2 || apart > COUNTED * (told[1] - told[0]);
        return longer && apart > 0 ? Rhythm.expecting(null, every).phi(apart) : 0;
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
