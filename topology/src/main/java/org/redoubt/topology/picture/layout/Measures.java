package org.redoubt.topology.picture.layout;

/**
 * How much room each row of the map gets, from tight to roomy. Everything is a multiple of what it is made of: there is
 * always room for words of 12.
 *
 * @param switchHeight the height of a switch above the hosts; 0 where there is no such row
 * @param networkRoom from there to the hosts' cards
 * @param rowGap from one row of cards to the next
 * @param storageRoom from the last cards to the equipment below; 0 where there is none
 * @param fabricHeight the height of a fabric switch; 0 where there is none
 * @param backRoom from a fabric switch to the arrays
 * @param arrayHeight the height of an array; 0 where there is none
 */
record Measures(
        double switchHeight,
        double networkRoom,
        double rowGap,
        double storageRoom,
        double fabricHeight,
        double backRoom,
        double arrayHeight) {

    /** Which rows there are. */
    record Rows(boolean network, boolean fabrics, boolean arrays) {}

    private static final double CAPTION = 32;

    /** @param ease 0 is tight, 1 is roomy */
    static Measures of(Rows rows, double ease) {
        boolean below = rows.fabrics() || rows.arrays();
        return new Measures(
                rows.network() ? between(32, 40, ease) : 0,
                rows.network() ? between(56, 132, ease) : CAPTION,
                between(rows.network() || below ? 60 : 48, 84, ease),
                below ? between(48, 88, ease) : 0,
                rows.fabrics() ? between(28, 36, ease) : 0,
                rows.fabrics() && rows.arrays() ? between(32, 48, ease) : 0,
                rows.arrays() ? between(56, 76, ease) : 0);
    }

    private static double between(double tight, double roomy, double ease) {
        return Math.round(tight + (roomy - tight) * ease);
    }

    /** What stands above the first cards. */
    double above() {
        return switchHeight + networkRoom;
    }

    /** What stands below the last cards. */
    double below() {
        return storageRoom + fabricHeight + backRoom + arrayHeight;
    }

    /** Everything but the cards. */
    double overhead(int rows) {
        return above() + (rows - 1) * rowGap + below();
    }
}
