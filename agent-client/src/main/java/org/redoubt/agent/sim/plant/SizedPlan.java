package org.redoubt.agent.sim.plant;

import static org.redoubt.agent.sim.plant.PlantBuilder.GIB;
import static org.redoubt.agent.sim.plant.PlantBuilder.GIGABIT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Side;

/** A site of any size: like the demo while it is small, then racks with a pair of switches each, spines and directors. */
final class SizedPlan {

    private static final int SMALL = 48;
    private static final int RACK = 20;
    private static final int RACKS_PER_EDGE = 5;
    private static final int SPINES_PER_SIDE = 4;
    private static final int DIRECTORS_PER_SIDE = 5;
    private static final int HOSTS_PER_ARRAY = 100;
    private static final int VOLUMES = 4;

    private static final int[] SIZES = {2, 4, 4, 8, 8, 8, 16, 16, 32};

    private final int hosts;
    private final int vms;
    private final PlantBuilder site;
    private final Chance chance;
    private final int perCluster;
    private final Map<String, ElementId> networks = new HashMap<>();
    private final List<ElementId> racks = new ArrayList<>();
    private final List<PlantBuilder.Uplinks> uplinks = new ArrayList<>();
    private final List<ElementId> arrays = new ArrayList<>();

    SizedPlan(String name, int hosts, int vms, long seed) {
        this.hosts = hosts;
        this.vms = vms;
        this.site = new PlantBuilder(name, seed);
        this.chance = new Chance(seed);
        this.perCluster = hosts <= 12 ? 3 : hosts <= 200 ? 8 : 40;
    }

    Plant build() {
        List.of("lan", "dmz", "backup").forEach(name -> networks.put(name, site.network(name)));
        if (hosts <= SMALL) {
            smallNetwork();
        } else {
            bigNetwork();
        }
        List<List<SimVm.Shape>> guests = guests();
        int clusters = (hosts + perCluster - 1) / perCluster;
        for (int number = 0; number < clusters; number++) {
            cluster(number, clusters, guests);
        }
        return site.build();
    }

    private void smallNetwork() {
        ElementId coreB = new ElementId(ElementKind.SWITCH, "core-b");
        ElementId coreA = site.networkSwitch("core-a", Side.A, List.of(coreB));
        site.networkSwitch("core-b", Side.B, List.of(coreA));
        List<ElementId> fabrics = List.of(
                site.fabricSwitch("fabric-a", Side.A, List.of()), site.fabricSwitch("fabric-b", Side.B, List.of()));
        for (int rack = 0; rack * RACK < hosts; rack++) {
            racks.add(site.rack("r" + (rack + 1)));
            uplinks.add(new PlantBuilder.Uplinks(List.of(coreA, coreB), fabrics));
        }
        arrays(List.of(fabrics));
    }

    private void bigNetwork() {
        List<List<ElementId>> spines = sided(
                SPINES_PER_SIDE,
                (side, number) -> site.networkSwitch("spine-" + (2 * number + side.ordinal() + 1), side, List.of()));
        List<List<ElementId>> directors = sided(
                DIRECTORS_PER_SIDE,
                (side, number) ->
                        site.fabricSwitch("director-" + PlantBuilder.letter(side) + (number + 1), side, List.of()));
        List<ElementId> edges = List.of();
        for (int rack = 0; rack * RACK < hosts; rack++) {
            String number = Integer.toString(rack + 1);
            racks.add(site.rack("r" + number));
            List<ElementId> tors = List.of(
                    site.networkSwitch("tor-" + number + "-a", Side.A, spines.getFirst()),
                    site.networkSwitch("tor-" + number + "-b", Side.B, spines.getLast()));
            if (rack % RACKS_PER_EDGE == 0) {
                int edge = rack / RACKS_PER_EDGE + 1;
                edges = List.of(
                        site.fabricSwitch("edge-a" + edge, Side.A, directors.getFirst()),
                        site.fabricSwitch("edge-b" + edge, Side.B, directors.getLast()));
            }
            uplinks.add(new PlantBuilder.Uplinks(tors, edges));
        }
        List<List<ElementId>> pairs = new ArrayList<>();
        for (int number = 0; number < DIRECTORS_PER_SIDE; number++) {
            pairs.add(List.of(
                    directors.getFirst().get(number), directors.getLast().get(number)));
        }
        arrays(pairs);
    }

    private interface Maker {
        ElementId make(Side side, int number);
    }

    private static List<List<ElementId>> sided(int perSide, Maker maker) {
        List<List<ElementId>> both = List.of(new ArrayList<>(), new ArrayList<>());
        for (int number = 0; number < perSide; number++) {
            for (Side side : PlantBuilder.SIDES) {
                both.get(side.ordinal()).add(maker.make(side, number));
            }
        }
        return List.of(List.copyOf(both.getFirst()), List.copyOf(both.getLast()));
    }

    private void arrays(List<List<ElementId>> fabrics) {
        int count = 1 + hosts / HOSTS_PER_ARRAY;
        for (int number = 0; number <= count; number++) {
            arrays.add(site.array("array-" + (number + 1), fabrics.get(number % fabrics.size()), 400_000 * GIB));
        }
        site.replicates(arrays.removeLast(), arrays.getFirst(), 800);
    }

    private void cluster(int number, int clusters, List<List<SimVm.Shape>> guests) {
        Trade trade = Trade.of(number);
        String name = clusters <= Trade.values().length
                ? trade.label()
                : trade.label() + "-" + (number / Trade.values().length + 1);
        SimCluster cluster = site.cluster(name, "");
        ElementId array = arrays.get(number % arrays.size());
        List<ElementId> volumes = new ArrayList<>();
        for (int volume = 0; volume < VOLUMES; volume++) {
            volumes.add(site.volume(array, name + "-" + volume, 60_000 * GIB));
        }
        volumes = List.copyOf(volumes);
        int last = Math.min(hosts, (number + 1) * perCluster);
        for (int index = number * perCluster; index < last; index++) {
            // Of the telco clusters nobody says who owns them.
            Owner owner = trade == Trade.TELCO ? null : Owner.NONE;
            SimHost host =
                    site.host(cluster, shape(index, owner, volumes, guests.get(index)), uplinks.get(index / RACK));
            for (SimVm.Shape guest : guests.get(index)) {
                int disk = Math.floorMod(guest.name().hashCode(), VOLUMES);
                site.vm(host, guest(guest, List.of(volumes.get(disk))));
            }
        }
    }

    private SimHost.Shape shape(int index, Owner owner, List<ElementId> volumes, List<SimVm.Shape> guests) {
        long held = guests.stream().mapToLong(SimVm.Shape::memory).sum();
        double fill = 0.35 + 0.6 * chance.share(Keys.SIZES, index);
        long memory = Math.max(64 * GIB, (long) Math.ceil(held / fill / (64 * GIB)) * 64 * GIB);
        boolean old = chance.below(12, Keys.PLACES, index) == 0;
        boolean few = chance.below(40, Keys.PLACES, index + 1_000_000L) == 0;
        List<ElementId> offers = few
                ? List.of(networks.get("lan"), networks.get("dmz"))
                : List.of(networks.get("lan"), networks.get("dmz"), networks.get("backup"));
        boolean sharedCard = chance.below(50, Keys.PLACES, index + 2_000_000L) == 0;
        return new SimHost.Shape(
                "node-" + (index + 1),
                racks.get(index / RACK),
                memory,
                64,
                old ? Cpu.HASWELL : Cpu.SKYLAKE,
                25 * GIGABIT,
                owner,
                sharedCard,
                offers,
                volumes);
    }

    /** The VMs of each host, by its index; their volumes are added when the host's cluster has some. */
    private List<List<SimVm.Shape>> guests() {
        List<List<SimVm.Shape>> guests = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            guests.add(new ArrayList<>());
        }
        Map<String, Integer> named = new HashMap<>();
        for (int i = 0; i < vms; i++) {
            int host = chance.below(hosts, Keys.WORK, i);
            Trade trade = Trade.of(host / perCluster);
            Trade.Role role = trade.roles().get(chance.below(trade.roles().size(), Keys.WORK, i + 1_000_000L));
            String base = role.name();
            long memory = SIZES[chance.below(SIZES.length, Keys.SIZES, i + 1_000_000L)] * GIB;
            List<ElementId> needs =
                    i % 3 == 0 ? List.of(networks.get("lan"), networks.get("dmz")) : List.of(networks.get("lan"));
            guests.get(host)
                    .add(new SimVm.Shape(
                            base + "-" + named.merge(base, 1, Integer::sum),
                            memory,
                            1 + (int) (memory / GIB / 4),
                            role.work(),
                            Cpu.COMMON,
                            needs,
                            List.of(),
                            true));
        }
        return guests;
    }

    private static SimVm.Shape guest(SimVm.Shape shape, List<ElementId> volumes) {
        return new SimVm.Shape(
                shape.name(),
                shape.memory(),
                shape.cpus(),
                shape.work(),
                shape.cpu(),
                shape.networks(),
                volumes,
                shape.runs());
    }
}
