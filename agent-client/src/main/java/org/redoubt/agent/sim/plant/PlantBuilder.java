package org.redoubt.agent.sim.plant;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;

/** Puts a data centre together, piece by piece, and writes down what the site file and the devices say of each. */
final class PlantBuilder {

    static final long GIB = 1L << 30;
    static final List<Side> SIDES = List.of(Side.A, Side.B);
    /** A gigabit a second, in bytes. */
    static final long GIGABIT = 125_000_000;

    private static final int HOSTS_PER_HALL = 500;
    /** One in so many is to be replaced. */
    private static final int REPLACED = 12;

    /** Where a host's two NICs and two HBAs are plugged in. */
    record Uplinks(List<ElementId> switches, List<ElementId> fabrics) {}

    private static final class Box {
        private final ElementId id;
        private final Page fixed = new Page();
        private final List<ElementId> parts = new ArrayList<>();
        private long lag;

        Box(ElementId id) {
            this.id = id;
        }
    }

    private final String name;
    private final Chance chance;
    private final Page siteFile = new Page();
    private final Map<ElementId, Box> boxes = new LinkedHashMap<>();
    private final List<SimCluster> clusters = new ArrayList<>();
    private final List<SimHost> hosts = new ArrayList<>();
    private final List<SimVm> vms = new ArrayList<>();

    PlantBuilder(String name, long seed) {
        this.name = name;
        this.chance = new Chance(seed);
        for (Side side : SIDES) {
            siteFile.say(feed(side), NAME, "feed " + side).say(feed(side), SIDE, side);
        }
    }

    static ElementId feed(Side side) {
        return new ElementId(ElementKind.POWER_FEED, "feed-" + letter(side));
    }

    static String letter(Side side) {
        return side == Side.A ? "a" : "b";
    }

    ElementId rack(String key) {
        ElementId id = new ElementId(ElementKind.RACK, key);
        siteFile.say(id, NAME, "rack " + key.toUpperCase(Locale.ROOT));
        return id;
    }

    ElementId network(String key) {
        ElementId id = new ElementId(ElementKind.NETWORK, key);
        siteFile.say(id, NAME, key);
        return id;
    }

    /** A network switch, one of a pair: fed by its own side alone. */
    ElementId networkSwitch(String key, Side side, List<ElementId> cabledTo) {
        return sided(new ElementId(ElementKind.SWITCH, key), side, cabledTo);
    }

    ElementId fabricSwitch(String key, Side side, List<ElementId> cabledTo) {
        return sided(new ElementId(ElementKind.FABRIC_SWITCH, key), side, cabledTo);
    }

    private ElementId sided(ElementId id, Side side, List<ElementId> cabledTo) {
        boxes.put(id, new Box(id));
        siteFile.say(id, NAME, id.key()).say(id, SIDE, side).say(id, FED_BY, List.of(feed(side)));
        if (!cabledTo.isEmpty()) {
            siteFile.say(id, CABLED_TO, cabledTo);
        }
        return id;
    }

    /** An array with two controllers, each on both fabrics. */
    ElementId array(String key, List<ElementId> fabrics, long capacity) {
        ElementId id = new ElementId(ElementKind.STORAGE_ARRAY, key);
        Box box = new Box(id);
        boxes.put(id, box);
        siteFile.say(id, NAME, key)
                .say(id, RAID, "RAID6")
                .say(id, CAPACITY, capacity)
                .say(id, FED_BY, List.of(feed(Side.A), feed(Side.B)));
        box.fixed.say(id, SPARES, 1L);
        for (Side side : SIDES) {
            ElementId controller = id.part(ElementKind.STORAGE_CONTROLLER, side.name());
            box.parts.add(controller);
            siteFile.say(controller, NAME, "controller " + side)
                    .say(controller, PART_OF, id)
                    .say(controller, CABLED_TO, fabrics)
                    .say(controller, FED_BY, List.of(feed(side)));
        }
        return id;
    }

    void replicates(ElementId replica, ElementId original, long lag) {
        siteFile.say(replica, REPLICA_OF, original);
        boxes.get(replica).lag = lag;
    }

    ElementId volume(ElementId array, String key, long capacity) {
        ElementId id = array.part(ElementKind.VOLUME, key);
        siteFile.say(id, NAME, key)
                .say(id, PART_OF, array)
                .say(id, MEMBER_OF, List.copyOf(boxes.get(array).parts))
                .say(id, POOL, "pool-0")
                .say(id, CAPACITY, capacity);
        return id;
    }

    SimCluster cluster(String key, String detail) {
        SimCluster cluster = new SimCluster(key, detail);
        clusters.add(cluster);
        return cluster;
    }

    SimHost host(SimCluster cluster, SimHost.Shape shape, Uplinks uplinks) {
        ElementId id = ElementId.host(shape.name());
        int port = boxes.get(uplinks.switches().getFirst()).parts.size() + 1;
        List<SimHost.Port> nics = new ArrayList<>();
        List<SimHost.Port> hbas = new ArrayList<>();
        for (Side side : SIDES) {
            int number = side.ordinal();
            ElementId switchPort = uplinks.switches().get(number).part(ElementKind.SWITCH_PORT, Integer.toString(port));
            nics.add(port(
                    id,
                    ElementKind.NETWORK_PORT,
                    "nic" + number,
                    shape.sharedCard() ? 3 : 3 + number,
                    switchPort,
                    shape.link()));
            hbas.add(port(
                    id,
                    ElementKind.HBA_PORT,
                    "hba" + number,
                    5 + number,
                    uplinks.fabrics().get(number),
                    32 * GIGABIT));
            switchPort(uplinks.switches().get(number), switchPort, nics.getLast());
        }
        SimHost host = new SimHost(hosts.size(), shape, cluster, nics, hbas);
        hosts.add(host);
        cards(host);
        onPaper(host);
        return host;
    }

    private static SimHost.Port port(
            ElementId host, ElementKind kind, String name, int slot, ElementId cabledTo, long speed) {
        Side side = SIDES.get(name.charAt(name.length() - 1) - '0');
        String place = Integer.toString(slot);
        ElementId card = host.part(ElementKind.ADAPTER_CARD, "slot" + place);
        return new SimHost.Port(host.part(kind, name), name, side, place, card, cabledTo, speed);
    }

    private void switchPort(ElementId owner, ElementId port, SimHost.Port nic) {
        Box box = boxes.get(owner);
        box.parts.add(port);
        String number = port.key().substring(port.key().lastIndexOf('/') + 1);
        box.fixed
                .say(port, NAME, "port " + number)
                .say(port, PART_OF, owner)
                .say(port, CABLED_TO, List.of(nic.id()))
                .say(port, SPEED, nic.speed());
    }

    /** What the host's own tools always say of its cards and ports. */
    private static void cards(SimHost host) {
        Page page = new Page(host.parts());
        List<SimHost.Port> ports = new ArrayList<>(host.nics());
        ports.addAll(host.hbas());
        ElementId before = null;
        for (SimHost.Port port : ports) {
            if (!port.card().equals(before)) {
                page.say(port.card(), NAME, "slot " + port.slot())
                        .say(port.card(), PART_OF, host.id())
                        .say(port.card(), SLOT, port.slot());
            }
            before = port.card();
            page.say(port.id(), NAME, port.name())
                    .say(port.id(), PART_OF, port.card())
                    .say(port.id(), SLOT, port.slot())
                    .say(port.id(), SPEED, port.speed())
                    .say(port.id(), CABLED_TO, List.of(port.cabledTo()));
        }
    }

    /** What the site file says of a host and what stands around it. */
    private void onPaper(SimHost host) {
        SimHost.Shape shape = host.shape();
        String address = address(host.index());
        siteFile.say(host.id(), NAME, shape.name())
                .say(host.id(), ADDRESS, "qemu+ssh://root@" + shape.name() + "/system")
                .say(host.id(), PEER_ADDRESS, "qemu+tls://" + address + "/system")
                .say(host.id(), PART_OF, shape.rack())
                .say(host.id(), MIGRATION_SPEED, shape.link())
                .say(host.id(), TAGS, tags(host));
        if (shape.owner() != null) {
            siteFile.say(host.id(), OWNER, shape.owner());
        }
        for (SimHost.Port port : host.nics()) {
            siteFile.say(port.id(), SIDE, port.side());
        }
        for (SimHost.Port port : host.hbas()) {
            siteFile.say(port.id(), SIDE, port.side());
        }
        for (Side side : SIDES) {
            ElementId supply = host.supply(side.ordinal());
            siteFile.say(supply, NAME, "psu" + side.ordinal())
                    .say(supply, PART_OF, host.id())
                    .say(supply, SIDE, side)
                    .say(supply, FED_BY, List.of(feed(side)));
        }
        siteFile.say(host.bmc(), NAME, "bmc")
                .say(host.bmc(), PART_OF, host.id())
                .say(host.bmc(), ADDRESS, "10.99" + address.substring(4));
    }

    /** The hall that it stands in, and whether somebody means to replace it. */
    private static List<String> tags(SimHost host) {
        String hall = "hall-" + (1 + host.index() / HOSTS_PER_HALL);
        return host.index() % REPLACED == REPLACED - 1 ? List.of(hall, "to-be-replaced") : List.of(hall);
    }

    private static String address(int index) {
        return "10.0." + (index + 1) / 250 + "." + ((index + 1) % 250 + 1);
    }

    void vm(SimHost host, SimVm.Shape shape) {
        int index = vms.size();
        vms.add(new SimVm(index, chance.uuid(Keys.VM_UUID, index).toString(), shape, host));
    }

    Plant build() {
        List<Plant.Device> devices = boxes.values().stream()
                .map(box -> new Plant.Device(box.id, List.copyOf(box.fixed.lines()), List.copyOf(box.parts), box.lag))
                .toList();
        List<Assertion<?>> paper = siteFile.lines();
        return new Plant(name, clusters, hosts, vms, devices, paper);
    }
}
