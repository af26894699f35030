package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.words.Values;

/**
 * One thing that is said of an element. Where sources contradict each other all of them stand here, newest first.
 *
 * @param said one entry where it is believed, several where it is disputed
 */
record FactRow(String label, List<Said> said, boolean disputed) {

    /** Who says what, and how many milliseconds ago it was last heard. */
    record Said(String value, String source, long age) {}

    FactRow {
        said = List.copyOf(said);
    }

    /** A row for every attribute that anybody says anything about, in the order of {@link Attributes}. */
    static List<FactRow> of(Element element, Site site) {
        List<FactRow> rows = new ArrayList<>();
        for (Attribute<?> attribute : Attributes.all()) {
            if (attribute != Attributes.NAME) {
                add(rows, element, attribute, site);
            }
        }
        return rows;
    }

    private static <T> void add(List<FactRow> rows, Element element, Attribute<T> attribute, Site site) {
        String label = Values.label(attribute);
        switch (element.believe(attribute)) {
            case Belief.Known<T>(Claim<T> claim) -> rows.add(new FactRow(label, List.of(said(claim, site)), false));
            case Belief.Contradicted<T>(List<Claim<T>> claims) ->
                rows.add(new FactRow(
                        label, claims.stream().map(claim -> said(claim, site)).toList(), disputed(element, attribute)));
            case Belief.Unknown<T> _ -> {}
        }
    }

    /** A VM that is arriving is held by two hosts without contradiction; only one that executes twice is one. */
    private static boolean disputed(Element element, Attribute<?> attribute) {
        boolean place = attribute == Attributes.RUNS_ON || attribute == Attributes.STATE;
        return !(element instanceof Element.Vm vm && place) || vm.whereabouts() instanceof Whereabouts.Twice;
    }

    private static Said said(Claim<?> claim, Site site) {
        return new Said(Values.of(claim, site), Values.source(claim.source()), claim.age(site.now()));
    }
}
