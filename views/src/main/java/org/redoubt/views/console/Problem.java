package org.redoubt.views.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
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

    private static final int DETAIL = 160;
    private static final int DEEPEST = 4;

    /** Hosts that this desk is not connected to, those still being tried for the first time left out; by name. */
    static List<Problem> notConnected(Survey survey) {
        return survey.hosts().stream()
                .filter(host -> !host.link().connected() && host.link() != LinkState.CONNECTING)
                .map(host ->
                        new Problem(host.id(), Values.name(host), Status.of(host.link()), Status.advice(host.link())))
                .sorted(ORDER)
                .toList();
    }

    /** Everything else whose own state is abnormal: the worst first, then by name. */
    static List<Problem> others(Survey survey) {
        return survey.abnormal().stream()
                .map(element -> new Problem(
                        element.id(),
                        name(element, survey.site()),
                        Status.of(element),
                        element.value(Attributes.DETAIL)
                                .map(detail -> Shown.text(detail, DETAIL))
                                .orElse("")))
                .sorted(ORDER)
                .toList();
    }

    /** A part of a host is named with it: {@code node-2 hba1}. */
    private static String name(Element element, Site site) {
        String name = Values.name(element);
        Optional<ElementId> whole = element.value(Attributes.PART_OF);
        for (int up = 0; up < DEEPEST && whole.isPresent(); up++) {
            if (whole.get().kind() == ElementKind.HOST) {
                String host = Values.name(whole.get(), site);
                return name.contains(host) ? name : host + " " + name;
            }
            whole = site.find(whole.get()).flatMap(above -> above.value(Attributes.PART_OF));
        }
        return name;
    }

    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.status().level())
            .reversed()
            .thenComparing(Problem::name, Names.ORDER)
            .thenComparing(Problem::id);
}
