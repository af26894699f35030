package org.redoubt.topology.picture;

import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.NODE_STATE;

import java.util.List;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.NodeState;

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
            HostCondition member = member(host);
            return member == WELL ? new HostCondition(Glyph.QUESTION, Tone.DIM, "not heard", true) : member;
        }
        Claim<LinkState> link = claims.getFirst();
        String age = " " + Words.roughAge(now - link.since());
        return switch (link.value()) {
            case CONNECTED -> member(host);
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

    /** How it stands as a member of its cluster, where it is in one that was heard. */
    private static HostCondition member(Element.Host host) {
        return switch (host.believe(NODE_STATE)) {
            case Belief.Known<NodeState>(Claim<NodeState> claim) ->
                switch (claim.value()) {
                    case ONLINE -> WELL;
                    case STANDBY -> cluster(Glyph.TRIANGLE, Tone.WARNING, "standby");
                    case MAINTENANCE -> cluster(Glyph.TRIANGLE, Tone.WARNING, "maintenance");
                    case PENDING -> cluster(Glyph.TRIANGLE, Tone.WARNING, "joins its cluster");
                    case OFFLINE -> cluster(Glyph.TRIANGLE, Tone.WARNING, "not in its cluster");
                    case UNCLEAN -> cluster(Glyph.RING, Tone.CRITICAL, "unclean");
                };
            case Belief.Contradicted<NodeState> _ -> cluster(Glyph.DIAMOND, Tone.CRITICAL, "cluster disagrees");
            case Belief.Unknown<NodeState> _ -> WELL;
        };
    }

    private static HostCondition cluster(Glyph glyph, Tone tone, String words) {
        return new HostCondition(glyph, tone, words, false);
    }
}
