package org.redoubt.topology.picture;

import java.util.Arrays;

/** Bundles lines in one pass, with a table of numbers and no object for each. */
final class Bundling {

    private final Links links;
    private final double square;
    private final int mask;
    private final long[] keys;
    private final int[] slots;
    private final int[] first;
    private final int[] weights;
    private final double[] sums;
    private int bundles;

    Bundling(Links links, double square) {
        int count = links.count();
        this.links = links;
        this.square = square;
        this.mask = Integer.highestOneBit(Math.max(8, 2 * count)) * 2 - 1;
        this.keys = new long[mask + 1];
        this.slots = new int[mask + 1];
        this.first = new int[count];
        this.weights = new int[count];
        this.sums = new double[4 * count];
        Arrays.fill(slots, -1);
    }

    Links bundled() {
        for (int link = 0; link < links.count(); link++) {
            take(link);
        }
        Links.Draft draft = new Links.Draft();
        for (boolean abnormal : new boolean[] {false, true}) {
            for (int bundle = 0; bundle < bundles; bundle++) {
                if (links.tone(first[bundle]).abnormal() == abnormal) {
                    draft.add(links, first[bundle], sums, 4 * bundle, weights[bundle]);
                }
            }
        }
        return draft.finished();
    }

    private void take(int link) {
        int bundle = bundle(links.key(link, square), link);
        int weight = links.weight(link);
        boolean along = sameWay(first[bundle], link);
        weights[bundle] += weight;
        sums[4 * bundle] += weight * (along ? links.x1(link) : links.x2(link));
        sums[4 * bundle + 1] += weight * (along ? links.y1(link) : links.y2(link));
        sums[4 * bundle + 2] += weight * (along ? links.x2(link) : links.x1(link));
        sums[4 * bundle + 3] += weight * (along ? links.y2(link) : links.y1(link));
    }

    private int bundle(long key, int link) {
        int at = (int) (key ^ key >>> 32) & mask;
        while (slots[at] >= 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        if (slots[at] < 0) {
            keys[at] = key;
            slots[at] = bundles;
            first[bundles++] = link;
        }
        return slots[at];
    }

    /** Whether the second starts in the square where the first does. */
    private boolean sameWay(int one, int other) {
        return Math.floor(links.x1(one) / square) == Math.floor(links.x1(other) / square)
                && Math.floor(links.y1(one) / square) == Math.floor(links.y1(other) / square);
    }
}
