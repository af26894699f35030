package org.redoubt.views.filter;

import java.util.LinkedHashSet;
import java.util.Set;
import org.redoubt.topology.model.ElementId;

/**
 * What is looked for. What it names of one sort are alternatives: in this cluster or in that; the sorts combine:
 * abnormal, and in one of the clusters, and with one of the tags.
 */
record Filter(boolean abnormal, Set<ElementId> clusters, Set<String> tags) {

    static final Filter NONE = new Filter(false, Set.of(), Set.of());

    Filter {
        clusters = Set.copyOf(clusters);
        tags = Set.copyOf(tags);
    }

    boolean any() {
        return abnormal || !clusters.isEmpty() || !tags.isEmpty();
    }

    Filter onlyAbnormal(boolean only) {
        return new Filter(only, clusters, tags);
    }

    /** With this cluster, or without it where it was asked for already. */
    Filter toggle(ElementId cluster) {
        return new Filter(abnormal, toggled(clusters, cluster), tags);
    }

    Filter toggle(String tag) {
        return new Filter(abnormal, clusters, toggled(tags, tag));
    }

    private static <T> Set<T> toggled(Set<T> all, T one) {
        Set<T> other = new LinkedHashSet<>(all);
        if (!other.remove(one)) {
            other.add(one);
        }
        return other;
    }
}
