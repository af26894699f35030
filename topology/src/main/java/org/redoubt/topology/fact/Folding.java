package org.redoubt.topology.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/**
 * Site + Fact → Site. Facts of different sources commute, for each writes only its own claims; of one source an older
 * fact changes nothing that a newer one has said.
 */
public final class Folding {

    private Folding() {}

    /** The site after {@code fact}; the same object when the fact says nothing newer than what is known. */
    public static Site fold(Site site, Fact fact) {
        return switch (fact) {
            case Fact.Tick(long now) -> now > site.now() ? site.apply(new Change.Passed(now)) : site;
            case Fact.Report report -> fold(site, report);
        };
    }

    private static Site fold(Site site, Fact.Report report) {
        Map<ElementId, Claims> touched = new LinkedHashMap<>();
        // Backwards: of what one report says twice, the last is meant, and equal sequences keep what came first.
        for (Assertion<?> assertion : report.assertions().reversed()) {
            Claims before = touched.computeIfAbsent(
                    assertion.element(),
                    id -> site.storedAt(id).map(Element::claims).orElse(Claims.NONE));
            touched.put(assertion.element(), before.with(claim(report, assertion)));
        }
        Site folded = site;
        for (Map.Entry<ElementId, Claims> entry : touched.entrySet()) {
            Element before = site.storedAt(entry.getKey()).orElse(null);
            if (before == null || before.claims() != entry.getValue()) {
                folded = folded.apply(new Change.Put(Element.of(entry.getKey(), entry.getValue())));
            }
        }
        return report.at() > folded.now() ? folded.apply(new Change.Passed(report.at())) : folded;
    }

    private static <T> Claim<T> claim(Fact.Report report, Assertion<T> assertion) {
        return new Claim<>(
                assertion.attribute(), report.source(), report.sequence(), report.at(), report.at(), assertion.value());
    }
}
