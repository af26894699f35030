package org.redoubt.views.palette;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * The names of everything in a site, ready to be searched: immutable, and too long in the making for the toolkit's
 * thread where the site has tens of thousands of elements.
 *
 * @param made the moment of the site it is of, desk milliseconds
 */
record Index(List<Entry> entries, long made) {

    /** What elements are looked for first when they match as well as others. */
    private static final Map<ElementKind, Integer> WEIGHT =
            Map.of(ElementKind.VM, 30, ElementKind.HOST, 40, ElementKind.CLUSTER, 35, ElementKind.SWITCH, 20);

    /** Fewer letters are not looked for in ids. */
    private static final int LEAST_OF_ID = 3;

    /**
     * An element as it is looked for, all in lower case.
     *
     * @param key its id as it is written
     */
    record Entry(ElementId id, String name, String key, int weight) {}

    static Index of(Site site) {
        return new Index(
                site.elements()
                        .map(element -> new Entry(
                                element.id(),
                                lower(element),
                                element.id().toString().toLowerCase(Locale.ROOT),
                                WEIGHT.getOrDefault(element.kind(), 0)))
                        .toList(),
                site.now());
    }

    private static String lower(Element element) {
        return element.name().toLowerCase(Locale.ROOT);
    }

    /** Gives {@code found} every element that is meant by {@code wanted}, lower case, and how well it matches. */
    void search(String wanted, ObjIntConsumer<Entry> found) {
        for (Entry entry : entries) {
            var score = Fuzzy.score(wanted, entry.name());
            if (score.isPresent()) {
                found.accept(entry, score.getAsInt() + entry.weight());
            } else if (wanted.length() >= LEAST_OF_ID && entry.key().contains(wanted)) {
                found.accept(entry, entry.weight());
            }
        }
    }
}
