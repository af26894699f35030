package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A site of more hosts than cards are drawn for, with everything that can lie in one; and what happens to it. */
final class FleetSite {

    static final long START = 100_000;

    private final Random chance;
    private final int hosts;
    final List<ElementId> vms = new ArrayList<>();
    final List<ElementId> ports = new ArrayList<>();
    private final List<ElementId> supplies = new ArrayList<>();
    private final List<ElementId> rings = new ArrayList<>();
    private List<Assertion<?>> said = new ArrayList<>();
    private long told = 1;
    private long now = START;
    Site site = Site.empty("fleet");

    FleetSite(long seed, int hosts, int clusters) {
        this.chance = new Random(seed);
        this.hosts = hosts;
        for (int c = 0; c < clusters; c++) {
            say(cluster(c), NAME, (c % 2 == 0 ? "db-" : "web-") + c);
        }
        for (Side side : Side.values()) {
            say(new ElementId(ElementKind.POWER_FEED, "feed-" + side), NAME, "feed " + side);
            say(new ElementId(ElementKind.POWER_FEED, "feed-" + side), SIDE, side);
            for (int n = 0; n < 2; n++) {
                equipment(ElementKind.SWITCH, "spine-" + n + side, side);
                equipment(ElementKind.FABRIC_SWITCH, "director-" + n + side, side);
            }
            for (int rack = 0; rack <= hosts / 10; rack++) {
                ElementId leaf = equipment(ElementKind.SWITCH, "leaf-" + rack + side, side);
                say(leaf, CABLED_TO, List.of(new ElementId(ElementKind.SWITCH, "spine-0" + side)));
            }
        }
        say(new ElementId(ElementKind.NETWORK, "lan"), NAME, "lan");
        for (int a = 0; a < 3; a++) {
            ElementId array = equipment(ElementKind.STORAGE_ARRAY, "array-" + a, null);
            for (int v = 0; v < 1 + chance.nextInt(9); v++) {
                say(array.part(ElementKind.VOLUME, "v" + v), PART_OF, array);
            }
            for (Side side : Side.values()) {
                ElementId controller = array.part(ElementKind.STORAGE_CONTROLLER, side.name());
                say(controller, PART_OF, array);
                say(controller, CABLED_TO, List.of(new ElementId(ElementKind.FABRIC_SWITCH, "director-0" + side)));
            }
        }
        say(new ElementId(ElementKind.VOLUME, "default/stray.qcow2"), NAME, "stray");
        for (int h = 0; h < hosts; h++) {
            host(h, chance.nextInt(clusters));
        }
        for (int v = 0; v < hosts * 2; v++) {
            vm(v, chance.nextInt(hosts));
        }
        for (int v = 0; v < 120; v++) {
            vm(hosts * 2 + v, 0);
        }
        flush("site-file@x");
    }

    static ElementId cluster(int c) {
        return new ElementId(ElementKind.CLUSTER, "c" + c);
    }

    private ElementId equipment(ElementKind kind, String name, Side side) {
        ElementId id = new ElementId(kind, name);
        say(id, NAME, name);
        if (side != null) {
            say(id, SIDE, side);
        }
        return id;
    }

    void host(int h, int cluster) {
        ElementId host = ElementId.host("h" + h);
        say(host, NAME, "node-" + h);
        say(host, MEMBER_OF, List.of(cluster(cluster)));
        say(host, PART_OF, new ElementId(ElementKind.RACK, "r" + h / 10));
        say(host, LINK, LinkState.CONNECTED);
        say(host, MEMORY, 1L << 38);
        say(host, MEMORY_FREE, 1L << 36);
        say(host, CPU_LOAD, 0.5);
        for (Side side : Side.values()) {
            ElementId card = host.part(ElementKind.ADAPTER_CARD, "slot" + side);
            say(card, PART_OF, host);
            ElementId nic = host.part(ElementKind.NETWORK_PORT, "nic" + side);
            ElementId hba = host.part(ElementKind.HBA_PORT, "hba" + side);
            ElementId end = new ElementId(ElementKind.SWITCH, "leaf-" + h / 10 + side)
                    .part(ElementKind.SWITCH_PORT, "p" + h % 10);
            say(nic, PART_OF, card);
            say(hba, PART_OF, card);
            say(nic, UP, true);
            say(hba, UP, true);
            say(end, PART_OF, new ElementId(ElementKind.SWITCH, "leaf-" + h / 10 + side));
            say(h % 3 == 0 ? end : nic, CABLED_TO, List.of(h % 3 == 0 ? nic : end));
            say(hba, CABLED_TO, List.of(new ElementId(ElementKind.FABRIC_SWITCH, "director-1" + side)));
            ElementId supply = host.part(ElementKind.POWER_SUPPLY, "psu" + side);
            say(supply, PART_OF, host);
            say(supply, SIDE, side);
            say(supply, FED_BY, List.of(new ElementId(ElementKind.POWER_FEED, "feed-" + side)));
            ElementId ring = new ElementId(ElementKind.RING, "c" + cluster + "/" + side + "/h" + h);
            say(ring, PART_OF, new ElementId(ElementKind.RING, "c" + cluster + "/" + side));
            say(ring, CABLED_TO, List.of(nic));
            say(ring, BEAT, 1000L);
            ports.addAll(List.of(nic, hba, end));
            supplies.add(supply);
            rings.add(ring);
        }
        say(host.part(ElementKind.BMC, "bmc"), PART_OF, host);
    }

    private void vm(int v, int host) {
        ElementId vm = ElementId.vm("vm" + v);
        vms.add(vm);
        say(vm, NAME, "vm-" + v);
        say(vm, MEMORY, 1L << 30 + chance.nextInt(6));
        say(vm, STATE, RunState.RUNNING);
        say(vm, RUNS_ON, ElementId.host("h" + host));
    }

    private <T> void say(ElementId element, Attribute<T> attribute, T value) {
        said.add(new Assertion<>(element, attribute, value));
    }

    private void flush(String source) {
        site = Folding.fold(site, new Fact.Report(Source.parse(source), ++told, now, said));
        said = new ArrayList<>();
    }

    /** Something that changes how things are, not who is there. */
    void happen() {
        ElementId host = ElementId.host("h" + chance.nextInt(hosts));
        switch (chance.nextInt(9)) {
            case 0 -> say(host, CPU_LOAD, chance.nextDouble());
            case 1 -> say(host, LINK, LinkState.values()[chance.nextInt(LinkState.values().length)]);
            case 2 -> say(ports.get(chance.nextInt(ports.size())), UP, chance.nextBoolean());
            case 3 -> say(supplies.get(chance.nextInt(supplies.size())), HEALTH, health());
            case 4 -> say(rings.get(chance.nextInt(rings.size())), BEAT, 900L + chance.nextInt(2) * 2000);
            case 5 -> say(rings.get(chance.nextInt(rings.size())), UP, chance.nextBoolean());
            case 6 -> say(cluster(chance.nextInt(2)), HEALTH, health());
            case 7 -> say(vms.get(chance.nextInt(vms.size())), STATE, RunState.values()[chance.nextInt(6)]);
            default -> say(new ElementId(ElementKind.SWITCH, "spine-0A"), HEALTH, health());
        }
        pass();
    }

    /** Something that may put VMs elsewhere, or hosts. */
    void move() {
        switch (chance.nextInt(8)) {
            case 0, 1, 2 ->
                say(vms.get(chance.nextInt(vms.size())), RUNS_ON, ElementId.host("h" + chance.nextInt(hosts + 3)));
            case 3 -> said.add(Assertion.gone(vms.get(chance.nextInt(vms.size())), RUNS_ON));
            case 4 -> vm(vms.size(), chance.nextInt(hosts));
            case 5 -> say(ElementId.host("h" + chance.nextInt(hosts)), NAME, "renamed-" + chance.nextInt(9));
            case 6 ->
                say(
                        ports.get(chance.nextInt(ports.size())),
                        CABLED_TO,
                        List.of(new ElementId(ElementKind.SWITCH, "leaf-0A")));
            default -> host(hosts + chance.nextInt(3), chance.nextInt(2));
        }
        pass();
    }

    void pass() {
        now += chance.nextInt(4) == 0 ? 6_000 : 40;
        flush("site-file@x");
        site = Folding.fold(site, new Fact.Tick(now));
    }

    private Health health() {
        return Health.values()[chance.nextInt(Health.values().length)];
    }
}
