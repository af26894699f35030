package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;

/**
 * How a host's heart beats, through every ring it is heard on.
 *
 * @param newest the beat that was heard last on the worst ring, where any was
 * @param expected milliseconds between beats as they should be
 * @param words what is the matter, empty when nothing is
 */
record Heartbeat(Optional<Claim<Long>> newest, long expected, Tone tone, String words) {

    private static final long USUAL = 1000;
    /** A beat that takes this many times as long as it should is late. */
    private static final double LATE = 1.5;
    /** No beat for this many times as long, and nobody hears it. */
    private static final double MISSED = 10;

    /** @param rings the host's links to its cluster's rings; none where it has no cluster */
    static Heartbeat of(Site site, Element.Host host, List<Element> rings) {
        List<Element> hearts = new ArrayList<>(rings);
        if (!host.claims().about(BEAT).isEmpty()) {
            hearts.add(host);
        }
        Claim<Long> worst = null;
        long expected = USUAL;
        List<String> troubles = new ArrayList<>();
        int down = 0;
        for (Element heart : hearts) {
            List<Claim<Long>> beats = heart.claims().about(BEAT);
            long due = heart.value(BEAT_EXPECTED).orElse(USUAL);
            boolean cut = heart.value(UP).filter(works -> !works).isPresent();
            if (cut) {
                down++;
                troubles.add(name(site, heart) + " down" + sinceCut(site, heart));
            } else if (!beats.isEmpty() && beats.getFirst().value() > LATE * due) {
                troubles.add(name(site, heart) + " late "
                        + Words.time(beats.getFirst().value()));
            } else if (!beats.isEmpty() && beats.getFirst().age(site.now()) > MISSED * due) {
                troubles.add(name(site, heart) + " late "
                        + Words.time(beats.getFirst().age(site.now())));
            }
            if (!beats.isEmpty()
                    && !cut
                    && (worst == null || beats.getFirst().value() * expected > worst.value() * due)) {
                worst = beats.getFirst();
                expected = due;
            }
        }
        boolean none = down > 0 && down == hearts.size();
        Tone tone = none ? Tone.CRITICAL : troubles.isEmpty() ? Tone.NORMAL : Tone.WARNING;
        String more = troubles.size() > 1 ? " · +" + (troubles.size() - 1) : "";
        String words = none ? "no ring hears it" : troubles.isEmpty() ? "" : troubles.getFirst() + more;
        return new Heartbeat(Optional.ofNullable(worst), expected, tone, words);
    }

    /** The first moment at which a beat that is heard in time is late, if no other follows. */
    static long lateAt(Claim<Long> beat, Optional<Long> expected) {
        return beat.heard() + (long) (MISSED * expected.orElse(USUAL)) + 1;
    }

    /** A ring's name without its cluster's, which stands above the card anyway. */
    private static String name(Site site, Element heart) {
        if (heart instanceof Element.Host) {
            return "heartbeat";
        }
        Optional<Element> ring = heart.value(PART_OF).flatMap(site::find);
        String name = ring.map(Element::name).orElse(heart.name());
        String cluster =
                ring.flatMap(known -> known.value(PART_OF)).map(site::nameOf).orElse("");
        return !cluster.isEmpty() && name.startsWith(cluster + " ") ? name.substring(cluster.length() + 1) : name;
    }

    private static String sinceCut(Site site, Element heart) {
        for (Claim<Boolean> claim : heart.claims().about(UP)) {
            return " " + Words.age(site.now() - claim.since());
        }
        return "";
    }
}
