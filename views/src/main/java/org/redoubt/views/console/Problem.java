package org.redoubt.views.console;

import java.util.Comparator;
import java.util.List;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/**
 * Something that is abnormal now, as its sources say.
 *
 * @param advice what to do, or what is known of it; may be empty
 */
record Problem(ElementId id, String name, Status status, String advice) {

    private static final int DETAIL = 72;

    /** Hosts that this desk is not connected to, those still being tried for the first time left out; by name. */
    static List<Problem> notConnected(Site site) {
        return site.hosts()
                .filter(host -> !host.link().connected() && host.link() != LinkState.CONNECTING)
                .map(host ->
                        new Problem(host.id(), Values.name(host), Status.of(host.link()), Status.advice(host.link())))
                .sorted(ORDER)
                .toList();
    }

    /** Everything else whose own state is abnormal: the worst first, then by name. */
    static List<Problem> others(Site site) {
        return site.elements()
                .filter(element -> !(element instanceof Element.Host))
                .filter(element -> Status.of(element).level().compareTo(Level.WARNING) >= 0)
                .map(element -> new Problem(
                        element.id(),
                        name(element, site),
                        Status.of(element),
                        element.value(Attributes.DETAIL)
                                .map(detail -> Shown.text(detail, DETAIL))
                                .orElse("")))
                .sorted(ORDER)
                .toList();
    }

    /** A part is named with what it is a part of: {@code node-2 hba1}. */
    private static String name(Element element, Site site) {
        String name = Values.name(element);
        return element.value(Attributes.PART_OF)
                .map(whole -> Values.name(whole, site))
                .filter(whole -> !name.startsWith(whole))
                .map(whole -> whole + " " + name)
                .orElse(name);
    }

    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.status().level())
            .reversed()
            .thenComparing(Problem::name, Names.ORDER)
            .thenComparing(Problem::id);
}
