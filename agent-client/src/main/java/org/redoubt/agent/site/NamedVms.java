package org.redoubt.agent.site;

import static org.redoubt.topology.model.Attributes.CRITICALITY;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PEOPLE;
import static org.redoubt.topology.model.Attributes.TAGS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redoubt.agent.site.paper.VmWords;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Criticality;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Source;

/**
 * Which VMs a site file speaks of: hosts tell what each is called, and take that back when it is gone. Of a VM that no host
 * tells of nothing is said, so that no name in a file makes one. One thread at a time.
 */
final class NamedVms {

    private final List<VmWords> words;
    private final Map<ElementId, Map<Source, String>> names = new HashMap<>();
    private final Map<ElementId, Map<Attribute<?>, Assertion<?>>> said = new LinkedHashMap<>();

    NamedVms(List<VmWords> words) {
        this.words = List.copyOf(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** All that is said of VMs now. */
    List<Assertion<?>> all() {
        List<Assertion<?>> all = new ArrayList<>();
        said.values().forEach(lines -> all.addAll(lines.values()));
        return all;
    }

    /** What is to be said, or taken back, after a host has told of its VMs. */
    List<Assertion<?>> hear(Fact.Report report) {
        List<Assertion<?>> news = new ArrayList<>();
        for (Assertion<?> line : report.assertions()) {
            if (line.element().kind() == ElementKind.VM && line.attribute().equals(NAME)) {
                Map<Source, String> known = names.computeIfAbsent(line.element(), none -> new HashMap<>());
                Object name = line.value();
                String before =
                        name == null ? known.remove(report.source()) : known.put(report.source(), (String) name);
                if (name == null ? before != null : !name.equals(before)) {
                    changed(line.element(), known, news);
                }
            }
        }
        return news;
    }

    private void changed(ElementId vm, Map<Source, String> known, List<Assertion<?>> news) {
        List<VmWords> meant = words.stream()
                .filter(each -> known.values().stream().anyMatch(name -> each.means(vm, name)))
                .toList();
        Map<Attribute<?>, Assertion<?>> now = lines(vm, meant);
        Map<Attribute<?>, Assertion<?>> before = now.isEmpty() ? said.remove(vm) : said.put(vm, now);
        if (before != null) {
            before.keySet().stream()
                    .filter(attribute -> !now.containsKey(attribute))
                    .forEach(attribute -> news.add(Assertion.gone(vm, attribute)));
        }
        if (!now.equals(before)) {
            news.addAll(now.values());
        }
    }

    /** Who names a VM by its name and by its UUID means both; of two words for how much hangs on it the graver. */
    private static Map<Attribute<?>, Assertion<?>> lines(ElementId vm, List<VmWords> meant) {
        List<Assertion<?>> lines = new ArrayList<>();
        meant.stream()
                .flatMap(each -> each.criticality().stream())
                .max(Criticality::compareTo)
                .ifPresent(most -> lines.add(new Assertion<>(vm, CRITICALITY, most)));
        list(vm, PEOPLE, meant, VmWords::people, lines);
        list(vm, TAGS, meant, VmWords::tags, lines);
        list(vm, MEMBER_OF, meant, VmWords::groups, lines);
        Map<Attribute<?>, Assertion<?>> byAttribute = new LinkedHashMap<>();
        lines.forEach(line -> byAttribute.put(line.attribute(), line));
        return byAttribute;
    }

    private static <T> void list(
            ElementId vm,
            Attribute<List<T>> attribute,
            List<VmWords> meant,
            Function<VmWords, List<T>> said,
            List<Assertion<?>> lines) {
        List<T> all = meant.stream()
                .flatMap(each -> said.apply(each).stream())
                .distinct()
                .toList();
        if (!all.isEmpty()) {
            lines.add(new Assertion<>(vm, attribute, all));
        }
    }
}
