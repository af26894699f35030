package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Chance;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.topology.model.ElementKind;

/**
 * What goes wrong, and when: a function of the seed and the time alone. The demo site is told a script first; after it,
 * and everywhere else from the start, troubles come from the seed, one in each stretch of time.
 */
final class Story {

    /** A trouble, at a moment at which something of it becomes visible. */
    record Moment(long at, Trouble trouble) {}

    private static final long LONGEST = 240_000;
    private static final long DEMO_SCRIPT_ENDS = 165_000;
    private static final Kind[] OFTEN = {
        Kind.HBA_LOST,
        Kind.HBA_LOST,
        Kind.HBA_LOST,
        Kind.HBA_LOST,
        Kind.NIC_LOST,
        Kind.NIC_LOST,
        Kind.NIC_LOST,
        Kind.BEAT_LATE,
        Kind.BEAT_LATE,
        Kind.BEAT_LATE,
        Kind.BEAT_LATE,
        Kind.BEAT_LATE,
        Kind.SUPPLY_FAILED,
        Kind.SUPPLY_FAILED,
        Kind.VM_BUSY,
        Kind.VM_BUSY,
        Kind.AGENT_GONE,
        Kind.AGENT_HANGS,
        Kind.HOST_DEAD,
        Kind.CONTROLLER_DOWN,
        Kind.REPLICA_LATE
    };

    private final Plant plant;
    private final Chance chance;
    private final List<Trouble> script;
    private final long begins;
    private final long stretch;
    private final List<Integer> arrays = new ArrayList<>();
    private final List<Integer> replicas = new ArrayList<>();

    Story(SimSpec spec, Plant plant) {
        this.plant = plant;
        this.chance = new Chance(spec.seed());
        this.script = spec.demo() ? script(plant) : List.of();
        // A big site is never wholly well: some of its troubles are older than the simulation.
        this.begins = spec.demo() ? DEMO_SCRIPT_ENDS : plant.hosts().size() < 100 ? 5_000 : -LONGEST;
        this.stretch = 45_000L * 500 / (500 + plant.hosts().size());
        for (int i = 0; i < plant.devices().size(); i++) {
            if (plant.devices().get(i).id().kind() == ElementKind.STORAGE_ARRAY) {
                arrays.add(i);
                if (plant.devices().get(i).lag() > 0) {
                    replicas.add(i);
                }
            }
        }
    }

    private static List<Trouble> script(Plant plant) {
        return List.of(
                new Trouble(Kind.VM_BUSY, vm(plant, "reports"), 0, 5_000, 62_000),
                new Trouble(Kind.HBA_LOST, host(plant, "node-2"), 1, 8_000, 150_000),
                new Trouble(Kind.BEAT_LATE, host(plant, "node-5"), 1, 20_000, 29_000),
                new Trouble(Kind.HOST_DEAD, host(plant, "node-7"), 0, 40_000, 130_000),
                new Trouble(Kind.REPLICA_LATE, device(plant, "array-2"), 0, 70_000, 105_000),
                new Trouble(Kind.SUPPLY_FAILED, host(plant, "node-9"), 1, 100_000, 240_000),
                new Trouble(Kind.NIC_LOST, host(plant, "node-1"), 1, 140_000, 200_000));
    }

    private static int host(Plant plant, String name) {
        return plant.hosts().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow()
                .index();
    }

    private static int vm(Plant plant, String name) {
        return plant.vms().stream()
                .filter(vm -> vm.shape().name().equals(name))
                .findFirst()
                .orElseThrow()
                .index();
    }

    private static int device(Plant plant, String key) {
        for (int i = 0; i < plant.devices().size(); i++) {
            if (plant.devices().get(i).id().key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no device " + key);
    }

    /** The troubles that last at a moment, in the order in which they began. */
    List<Trouble> at(long millis) {
        List<Trouble> found = new ArrayList<>();
        for (Trouble trouble : within(millis, millis)) {
            if (trouble.at(millis)) {
                found.add(trouble);
            }
        }
        return found;
    }

    /** What becomes visible after one moment and up to another, in order. */
    List<Moment> moments(long after, long upTo) {
        List<Moment> found = new ArrayList<>();
        for (Trouble trouble : within(after, upTo)) {
            for (long at : trouble.moments()) {
                if (after < at && at <= upTo) {
                    found.add(new Moment(at, trouble));
                }
            }
        }
        found.sort(Comparator.comparingLong(Moment::at));
        return found;
    }

    /** Every trouble that may touch this span. */
    private List<Trouble> within(long after, long upTo) {
        List<Trouble> found = new ArrayList<>(script);
        long first = Math.max(0, Math.floorDiv(after - LONGEST - stretch - begins, stretch));
        for (long number = first; begins + number * stretch <= upTo; number++) {
            found.add(drawn(number));
        }
        return found;
    }

    private Trouble drawn(long number) {
        Kind kind = OFTEN[chance.below(OFTEN.length, Keys.TROUBLE, number * 8)];
        if (kind == Kind.REPLICA_LATE && replicas.isEmpty()
                || kind == Kind.VM_BUSY && plant.vms().isEmpty()) {
            kind = Kind.BEAT_LATE;
        }
        int thing = switch (kind) {
            case CONTROLLER_DOWN -> arrays.get(chance.below(arrays.size(), Keys.TROUBLE, number * 8 + 1));
            case REPLICA_LATE -> replicas.get(chance.below(replicas.size(), Keys.TROUBLE, number * 8 + 1));
            case VM_BUSY -> chance.below(plant.vms().size(), Keys.TROUBLE, number * 8 + 1);
            default -> chance.below(plant.hosts().size(), Keys.TROUBLE, number * 8 + 1);
        };
        int part = chance.below(2, Keys.TROUBLE, number * 8 + 2);
        // Whole tenths of a second, so that a moment reads well in a test and in the timeline.
        long from =
                begins + number * stretch + (long) (chance.share(Keys.TROUBLE, number * 8 + 3) * stretch) / 100 * 100;
        long span = span(kind, chance.share(Keys.TROUBLE, number * 8 + 4)) / 100 * 100;
        return new Trouble(kind, thing, part, from, from + span);
    }

    private static long span(Kind kind, double share) {
        return switch (kind) {
            case BEAT_LATE -> (long) (5_000 + share * 10_000);
            case HOST_DEAD -> (long) (60_000 + share * 90_000);
            case AGENT_GONE, AGENT_HANGS -> (long) (25_000 + share * 20_000);
            case SUPPLY_FAILED -> (long) (60_000 + share * 170_000);
            case HBA_LOST, NIC_LOST -> (long) (30_000 + share * 120_000);
            case CONTROLLER_DOWN, REPLICA_LATE, VM_BUSY -> (long) (20_000 + share * 50_000);
        };
    }
}
