package org.redoubt.topology.heartbeat;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/**
 * The rhythm of every heartbeat of a site, learned from its snapshots as they follow each other. A persistent value: the
 * next one shares with this what was not heard meanwhile, and takes time in what was. When this desk itself was away
 * (its machine slept, or was too busy to tick) nothing is judged until each heartbeat has had its time again.
 */
public final class Heartbeats {

    /** A desk that ticks every second and has not for this long was away. */
    static final long AWAY_MILLIS = 5_000;

    static final long NEVER_AWAY = Long.MIN_VALUE;

    /** Nothing was heard yet. */
    public static final Heartbeats NONE = new Heartbeats(null, ByElement.none(), NEVER_AWAY);

    private final Site site;
    private final ByElement<Rhythm[]> rhythms;
    private final long back;

    private Heartbeats(Site site, ByElement<Rhythm[]> rhythms, long back) {
        this.site = site;
        this.rhythms = rhythms;
        this.back = back;
    }

    /** What a single snapshot tells, without anything before it. */
    public static Heartbeats of(Site site) {
        return NONE.after(site);
    }

    /** With what a newer snapshot tells. */
    public Heartbeats after(Site newest) {
        if (newest == site) {
            return this;
        }
        Site before = site == null ? Site.empty(newest.name()) : site;
        boolean away = site != null && newest.now() - site.now() > AWAY_MILLIS;
        Learning learning = new Learning(rhythms, away ? newest.now() : back);
        before.eachDifference(newest, (was, is) -> learning.hear(was == null ? is.id() : was.id(), is));
        return new Heartbeats(newest, learning.rhythms, learning.back);
    }

    /** What was learned, while it is being added to. */
    private static final class Learning {
        private final long back;
        private ByElement<Rhythm[]> rhythms;

        private Learning(ByElement<Rhythm[]> rhythms, long back) {
            this.rhythms = rhythms;
            this.back = back;
        }

        private void hear(ElementId id, Element is) {
            Rhythm[] known = rhythms.get(id);
            long every = is == null ? 0 : is.value(BEAT_EXPECTED).orElse(0L);
            if (every > 0) {
                rhythms = rhythms.with(id, heard(known, is.claims().about(BEAT), every));
            } else if (known != null) {
                rhythms = rhythms.with(id, null);
            }
        }

        /** One for each source, for each has a rhythm of its own; in the order of the sources. */
        private Rhythm[] heard(Rhythm[] known, List<Claim<Long>> beats, long every) {
            return beats.stream()
                    .sorted(Comparator.comparing(Claim::source))
                    .map(beat -> heard(of(known, beat.source(), every), beat))
                    .toArray(Rhythm[]::new);
        }

        private Rhythm heard(Rhythm rhythm, Claim<Long> beat) {
            boolean unheard = !rhythm.never() && rhythm.last() < back;
            return unheard ? rhythm.resumed(beat.heard()) : rhythm.heard(beat.heard());
        }

        private static Rhythm of(Rhythm[] known, Source source, long every) {
            for (int i = 0; known != null && i < known.length; i++) {
                if (known[i].of().equals(source)) {
                    return known[i].expected(every);
                }
            }
            return Rhythm.expecting(source, every);
        }
    }

    /** What was learned of an element's heartbeat from who heard it last; where nothing was, what is expected of it. */
    public Optional<Rhythm> rhythm(Element heart) {
        Rhythm newest = null;
        Rhythm[] known = rhythms.get(heart.id());
        for (int i = 0; known != null && i < known.length; i++) {
            newest = newest == null || known[i].last() > newest.last() ? known[i] : newest;
        }
        return newest != null
                ? Optional.of(newest)
                : heart.value(BEAT_EXPECTED).filter(every -> every > 0).map(every -> Rhythm.expecting(null, every));
    }

    /** How an element's heartbeat is heard at {@code now}, desk milliseconds; empty when none is expected of it. */
    public Optional<Beat> beat(Element heart, long now) {
        return rhythm(heart).flatMap(rhythm -> Beat.of(heart, rhythm, now, back));
    }

    /** How many heartbeats are known. */
    public int size() {
        return rhythms.size();
    }
}
