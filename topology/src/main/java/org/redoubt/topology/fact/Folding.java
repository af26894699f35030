package org.redoubt.topology.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/**
 * Site + Facts → Site. Facts of different sources commute, for each writes only its own claims; of one source an older
 * fact changes nothing that a newer one has said. Many facts at once make the same site as one after the other, and
 * copy what they change once.
 */
public final class Folding {

    private final Site before;
    private final Map<ElementId, Topic> touched = new HashMap<>();
    private long now;
    private Topic last;

    /** What is being said of one element. */
    private static final class Topic {
        private final ElementId id;
        private final Element before;
        private final Claims.Edit claims;

        private Topic(ElementId id, Element before) {
            this.id = id;
            this.before = before;
            this.claims = (before == null ? Claims.NONE : before.claims()).edit();
        }
    }

    private Folding(Site before) {
        this.before = before;
        this.now = before.now();
    }

    /** The site after {@code fact}; the same object when the fact says nothing newer than what is known. */
    public static Site fold(Site site, Fact fact) {
        return fold(site, List.of(fact));
    }

    /** The site after all of them, in their order. */
    public static Site fold(Site site, Iterable<? extends Fact> facts) {
        Folding folding = new Folding(site);
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Tick(long moment) -> folding.now = Math.max(folding.now, moment);
                case Fact.Report report -> folding.hear(report);
            }
        }
        return folding.done();
    }

    private void hear(Fact.Report report) {
        List<Assertion<?>> said = report.assertions();
        // Backwards: of what one report says twice, the last is meant, and equal sequences keep what came first.
        for (int i = said.size() - 1; i >= 0; i--) {
            Assertion<?> assertion = said.get(i);
            topic(assertion.element()).claims.add(claim(report, assertion));
        }
        now = Math.max(now, report.at());
    }

    /** What is said of one element mostly comes together. */
    private Topic topic(ElementId id) {
        if (last == null || last.id != id) {
            last = touched.computeIfAbsent(
                    id, none -> new Topic(id, before.storedAt(id).orElse(null)));
        }
        return last;
    }

    private static <T> Claim<T> claim(Fact.Report report, Assertion<T> assertion) {
        return new Claim<>(
                assertion.attribute(), report.source(), report.sequence(), report.at(), report.at(), assertion.value());
    }

    private Site done() {
        Site.Edit edit = before.edit();
        touched.forEach((id, topic) -> {
            Claims claims = topic.claims.done();
            if (topic.before == null || topic.before.claims() != claims) {
                edit.make(new Change.Put(Element.of(id, claims)));
            }
        });
        return edit.make(new Change.Passed(now)).done();
    }
}
