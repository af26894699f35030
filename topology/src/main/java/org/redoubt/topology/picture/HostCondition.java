package org.redoubt.topology.picture;

import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.List;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;

/**
 * How a host stands, in a mark, a tone and a word. Silent is not down, and not heard is not fine.
 *
 * @param words empty when nothing is the matter
 * @param stale whether what is shown of it may have changed unheard
 */
public record HostCondition(Glyph glyph, Tone tone, String words, boolean stale) {

    private static final HostCondition WELL = new HostCondition(Glyph.DOT, Tone.NORMAL, "", false);

    /** The condition of {@code host}, as far as {@code now}. */
    public static HostCondition of(Element.Host host, long now) {
        if (host.value(HEALTH).filter(Health.FAILED::equals).isPresent()) {
            return new HostCondition(Glyph.CROSS, Tone.CRITICAL, "down", true);
        }
        List<Claim<LinkState>> claims = host.claims().about(LINK);
        if (claims.isEmpty()) {
            return new HostCondition(Glyph.QUESTION, Tone.DIM, "not heard", true);
        }
        Claim<LinkState> link = claims.getFirst();
        String age = " " + Words.roughAge(now - link.since());
        return switch (link.value()) {
            case CONNECTED -> WELL;
            case CONNECTING -> new HostCondition(Glyph.QUESTION, Tone.DIM, "connecting" + age, true);
            case HANGS -> new HostCondition(Glyph.RING, Tone.CRITICAL, "silent" + age, true);
            case LOST -> new HostCondition(Glyph.RING, Tone.CRITICAL, "link lost" + age, true);
            case UNREACHABLE -> new HostCondition(Glyph.RING, Tone.CRITICAL, "unreachable" + age, true);
            case REFUSED -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "refused" + age, true);
            case REJECTED -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "login rejected", true);
            case UNKNOWN_KEY -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "unknown host key", true);
            case BAD_ADDRESS -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "bad address", true);
            case NO_LIBRARY -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "no libvirt library", true);
            case FAILED -> new HostCondition(Glyph.TRIANGLE, Tone.WARNING, "failed" + age, true);
        };
    }
}
