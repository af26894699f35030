package org.redoubt.topology.heartbeat;

import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.redoubt.topology.heartbeat.Beat.Level;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;

/**
 * How well a host's agent is heard by this desk. It says nothing of whether the host is up: silent is not down, and a
 * host that refuses is alive.
 *
 * @param millis since its own agent was last heard; -1 when it never was
 * @param expected how often it is meant to be heard, milliseconds
 * @param link how this desk's link to it stands
 * @param words for people, one line: what is heard, and what follows from it
 */
public record Hearing(Level level, long millis, long expected, LinkState link, String words) {

    /** How often a host is meant to be heard when nobody says so. */
    public static final long EXPECTED_MILLIS = 5_000;

    /** What only the host's own agent measures: the claims of a site file or of this desk do not count as hearing it. */
    private static final List<Attribute<?>> OWN_WORDS = List.of(BEAT, LATENCY, MEMORY_FREE, CPU_LOAD);

    /** How it is heard at the site's own moment. */
    public static Hearing of(Element.Host host, Site site) {
        return of(host, site.now());
    }

    /** How it is heard at {@code now}, desk milliseconds. */
    public static Hearing of(Element.Host host, long now) {
        long last = last(host);
        long expected = Math.max(1, host.believe(BEAT_EXPECTED).or(EXPECTED_MILLIS));
        LinkState link = host.link();
        long silence = last < 0 ? -1 : Math.max(0, now - last);
        // A link that hangs has missed its keepalives already.
        Level level = link == LinkState.HANGS && last >= 0 ? Level.SILENT : Level.of(silence, expected);
        String said = said(level, silence);
        return new Hearing(
                level, silence, expected, link, link.connected() && last >= 0 ? said : said + ": " + words(link));
    }

    private static long last(Element.Host host) {
        long last = -1;
        for (Attribute<?> attribute : OWN_WORDS) {
            for (Claim<?> claim : host.claims().about(attribute)) {
                last = Math.max(last, claim.heard());
            }
        }
        return last;
    }

    private static String said(Level level, long silence) {
        return switch (level) {
            case HEARD -> "heard " + seconds(silence) + " ago";
            case LATE, SUSPECT -> "late, heard " + seconds(silence) + " ago";
            case SILENT -> "silent for " + seconds(silence);
            case NOT_HEARD, LEARNING -> "not heard yet";
        };
    }

    /** What the state of a link means for what is known of its host. */
    public static String words(LinkState link) {
        return switch (link) {
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected";
            case HANGS -> "its agent is connected and does not answer";
            case REFUSED -> "it refuses the connection: the machine lives, its agent does not";
            case UNREACHABLE -> "it cannot be reached: it may live";
            case LOST -> "the connection broke: it may live";
            case REJECTED -> "it rejects this desk's credentials";
            case UNKNOWN_KEY -> "its host key is not known to this desk";
            case BAD_ADDRESS -> "its address in the site file is wrong";
            case NO_LIBRARY -> "this machine lacks the library that speaks to it";
            case FAILED -> "the connection failed";
        };
    }

    private static String seconds(long millis) {
        return millis < 120_000 ? millis / 1_000 + " s" : millis / 60_000 + " min";
    }
}
