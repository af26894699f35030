package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Clusters in columns of about one height. Those of a family, named alike but for a number, stand in one column where
 * that is not much higher than the others.
 */
final class Columns {

    private static final double HIGHER = 1.25;
    /** A family begins a column of its own when the one before is this full. */
    private static final double FULL_ENOUGH = 0.6;

    private static final int FAMILY = 3;

    private final List<Census.Group> groups;
    private final double wanted;
    private final ToDoubleFunction<Census.Group> height;
    private final Map<String, Double> families = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    Columns(List<Census.Group> groups, double wanted, ToDoubleFunction<Census.Group> height) {
        this.groups = groups;
        this.wanted = wanted;
        this.height = height;
        for (Census.Group group : groups) {
            families.merge(family(group), height.applyAsDouble(group), Double::sum);
            sizes.merge(family(group), 1, Integer::sum);
        }
    }

    List<List<Census.Group>> columns() {
        List<List<Census.Group>> columns = new ArrayList<>();
        List<Census.Group> column = new ArrayList<>();
        double y = 0;
        String before = null;
        boolean whole = false;
        for (Census.Group group : groups) {
            double high = height.applyAsDouble(group);
            boolean begins = !family(group).equals(before);
            boolean full = y + high / 2 > wanted;
            boolean apart = begins && fits(group) && y >= FULL_ENOUGH * wanted;
            if (!column.isEmpty() && (begins || !whole) && (full || apart)) {
                columns.add(column);
                column = new ArrayList<>();
                y = 0;
            }
            if (begins) {
                whole = column.isEmpty() && fits(group);
            }
            column.add(group);
            y += high;
            before = family(group);
        }
        columns.add(column);
        return columns;
    }

    /** Whether all of a group's family has room in one column. */
    private boolean fits(Census.Group group) {
        return sizes.get(family(group)) >= FAMILY && families.get(family(group)) <= HIGHER * wanted;
    }

    /** What a cluster is called without its number. */
    private static String family(Census.Group group) {
        String name = group.caption();
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return name.substring(0, end);
    }
}
