package org.redoubt.agent.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.sim.plant.SimHost;

/** How migrations that go over the same hosts' links share them: none can have more without taking from one with less. */
final class Traffic {

    /** What of a link's speed is left for memory under Ethernet, IP, TCP and QEMU's own headers. */
    static final double PAYLOAD = 0.94;

    /** One direction of one host's link. */
    private record Way(SimHost host, boolean out) {}

    private static final class Room {
        private double left;
        private int wanting;

        Room(double left) {
            this.left = left;
        }

        double fair() {
            return left / wanting;
        }
    }

    private Traffic() {}

    /**
     * What each transfer gets, bytes a second.
     *
     * @param limited whether the operator's bandwidth limits hold
     */
    static double[] share(List<Transfer> transfers, boolean limited) {
        int count = transfers.size();
        double[] given = new double[count];
        boolean[] settled = new boolean[count];
        Map<Way, Room> rooms = new HashMap<>();
        for (Transfer transfer : transfers) {
            room(rooms, transfer, true).wanting++;
            room(rooms, transfer, false).wanting++;
        }
        for (int open = count; open > 0; ) {
            double[] best = new double[count];
            double least = Double.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                if (!settled[i]) {
                    best[i] = Math.min(most(transfers.get(i), limited), fair(rooms, transfers.get(i)));
                    least = Math.min(least, best[i]);
                }
            }
            for (int i = 0; i < count; i++) {
                if (!settled[i] && best[i] <= least) {
                    settled[i] = true;
                    given[i] = least;
                    open--;
                    take(room(rooms, transfers.get(i), true), least);
                    take(room(rooms, transfers.get(i), false), least);
                }
            }
        }
        return given;
    }

    private static double most(Transfer transfer, boolean limited) {
        long limit = transfer.tuning.bandwidth();
        return limited && limit > 0 ? Math.min(limit, Transfer.STREAM) : Transfer.STREAM;
    }

    private static double fair(Map<Way, Room> rooms, Transfer transfer) {
        return Math.min(
                room(rooms, transfer, true).fair(), room(rooms, transfer, false).fair());
    }

    private static Room room(Map<Way, Room> rooms, Transfer transfer, boolean out) {
        Way way = new Way(out ? transfer.from : transfer.to, out);
        return rooms.computeIfAbsent(way, key -> new Room(key.host().shape().link() * PAYLOAD));
    }

    private static void take(Room room, double amount) {
        room.left -= amount;
        room.wanting--;
    }
}
