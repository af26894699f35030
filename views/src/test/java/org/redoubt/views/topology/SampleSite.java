package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
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

/** Sites for tests and pictures, told as facts, as real sources would. */
final class SampleSite {

    static final long GIB = 1L << 30;

    private final List<Assertion<?>> said = new ArrayList<>();
    private Site site;
    private long sequence;

    SampleSite(String name) {
        site = Site.empty(name);
    }

    <T> SampleSite say(ElementId id, Attribute<T> attribute, T value) {
        said.add(new Assertion<>(id, attribute, value));
        return this;
    }

    /** Everything said until now, as one report of a source. */
    SampleSite by(String source, long at) {
        site = Folding.fold(site, new Fact.Report(Source.parse(source), ++sequence, at, said));
        said.clear();
        return this;
    }

    Site at(long now) {
        return Folding.fold(site, new Fact.Tick(now));
    }

    Site site() {
        return site;
    }

    static ElementId id(ElementKind kind, String key) {
        return new ElementId(kind, key);
    }

    /** The site of the design's picture: two clusters, two of everything, one storage path down. */
    static SampleSite console() {
        SampleSite sample = new SampleSite("dc-west");
        sample.equipment();
        double[] used = {0.62, 0.71, 0.38, 0.93, 0.20, 0.97};
        for (int i = 0; i < 6; i++) {
            sample.host("node-" + (i + 1), i < 3 ? "payroll" : "web", used[i], true);
        }
        sample.by("site-file@dc-west", 1000);
        String[][] vms = {
            {"erp-app:4", "erp-db:8", "ldap-1:2"},
            {"payroll-db:8", "payroll-web:4", "batch:2"},
            {"mail:4", "ldap-2:2"},
            {"web-1:4", "web-2:4", "cache:2", "search:16"},
            {"web-3:4"},
            {"build:16"}
        };
        for (int i = 0; i < 6; i++) {
            for (String vm : vms[i]) {
                String[] parts = vm.split(":");
                sample.vm(parts[0], "node-" + (i + 1), Long.parseLong(parts[1]));
            }
            sample.by("libvirt@node-" + (i + 1), 2000);
        }
        sample.say(id(ElementKind.HBA_PORT, "node-2/hba1"), UP, false).by("ssh@node-2", 60_000);
        return sample;
    }

    private void equipment() {
        for (Side side : Side.values()) {
            String letter = side.name().toLowerCase(java.util.Locale.ROOT);
            ElementId core = id(ElementKind.SWITCH, "core-" + letter);
            say(core, NAME, "core-" + letter).say(core, SIDE, side);
            say(id(ElementKind.FABRIC_SWITCH, "fabric-" + letter), NAME, "fabric-" + letter)
                    .say(id(ElementKind.FABRIC_SWITCH, "fabric-" + letter), SIDE, side);
            say(id(ElementKind.POWER_FEED, "feed-" + letter), NAME, "feed " + side.name())
                    .say(id(ElementKind.POWER_FEED, "feed-" + letter), SIDE, side);
        }
        say(id(ElementKind.SWITCH, "core-a"), CABLED_TO, List.of(id(ElementKind.SWITCH, "core-b")));
        for (int i = 1; i <= 2; i++) {
            ElementId array = id(ElementKind.STORAGE_ARRAY, "array-" + i);
            say(array, NAME, "array-" + i);
            for (String letter : List.of("a", "b")) {
                ElementId controller = array.part(ElementKind.STORAGE_CONTROLLER, letter);
                say(controller, NAME, "controller " + letter.toUpperCase(java.util.Locale.ROOT));
                say(controller, PART_OF, array);
                say(controller, CABLED_TO, List.of(id(ElementKind.FABRIC_SWITCH, "fabric-" + letter)));
            }
        }
        say(id(ElementKind.STORAGE_ARRAY, "array-1"), RAID, "RAID6")
                .say(id(ElementKind.STORAGE_ARRAY, "array-1"), SPARES, 1L);
        say(id(ElementKind.STORAGE_ARRAY, "array-2"), REPLICA_OF, id(ElementKind.STORAGE_ARRAY, "array-1"))
                .say(id(ElementKind.STORAGE_ARRAY, "array-2"), REPLICA_LAG, 800L);
    }

    void host(String name, String cluster, double used, boolean equipped) {
        ElementId host = ElementId.host(name);
        say(host, NAME, name)
                .say(host, LINK, LinkState.CONNECTED)
                .say(host, MEMORY, 64 * GIB)
                .say(host, MEMORY_FREE, (long) ((1 - used) * 64 * GIB))
                .say(host, BEAT_EXPECTED, 1000L);
        if (cluster != null) {
            say(id(ElementKind.CLUSTER, cluster), NAME, cluster);
            say(host, MEMBER_OF, List.of(id(ElementKind.CLUSTER, cluster)));
        }
        if (!equipped) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            String letter = i == 0 ? "a" : "b";
            ElementId nic = host.part(ElementKind.NETWORK_PORT, "nic" + i);
            say(nic, NAME, "nic" + i)
                    .say(nic, PART_OF, host)
                    .say(nic, UP, true)
                    .say(nic, CABLED_TO, List.of(id(ElementKind.SWITCH, "core-" + letter)));
            ElementId hba = host.part(ElementKind.HBA_PORT, "hba" + i);
            say(hba, NAME, "hba" + i)
                    .say(hba, PART_OF, host)
                    .say(hba, CABLED_TO, List.of(id(ElementKind.FABRIC_SWITCH, "fabric-" + letter)));
            ElementId psu = host.part(ElementKind.POWER_SUPPLY, "psu" + i);
            say(psu, PART_OF, host).say(psu, FED_BY, List.of(id(ElementKind.POWER_FEED, "feed-" + letter)));
        }
    }

    void vm(String name, String host, long gib) {
        ElementId vm = ElementId.vm("uuid-" + name);
        say(vm, NAME, name)
                .say(vm, MEMORY, gib * GIB)
                .say(vm, STATE, RunState.RUNNING)
                .say(vm, RUNS_ON, ElementId.host(host));
    }

    /** A heartbeat of every host, heard at a moment. */
    SampleSite beat(long at, long late) {
        int i = 0;
        for (ElementId host : site.hosts().map(known -> known.id()).sorted().toList()) {
            say(host, BEAT, ++i == 5 ? late : 1000L).by("pacemaker@" + host.key(), at);
        }
        return this;
    }

    /** Hosts of which nothing but libvirt is known. */
    static SampleSite bare(int hosts, int vms) {
        SampleSite sample = new SampleSite("lab");
        for (int h = 1; h <= hosts; h++) {
            sample.host("h" + h, null, 0.3 + 0.1 * h, false);
            ElementId host = ElementId.host("h" + h);
            ElementId network = id(ElementKind.NETWORK, "default");
            sample.say(network, NAME, "default");
            sample.say(host, OFFERS, List.of(network));
            ElementId disk = id(ElementKind.VOLUME, "images/disk" + h);
            sample.say(disk, NAME, "disk" + h).say(disk, POOL, "images").say(disk, CAPACITY, 10 * GIB);
            sample.say(host, REACHES, List.of(disk));
            for (int v = 0; v < vms; v++) {
                sample.vm("guest-" + h + "-" + v, "h" + h, 1L << v % 5);
            }
            sample.by("libvirt@h" + h, 5000);
        }
        return sample;
    }

    /** Many hosts with all that hosts have: cables to both sides, VMs of several sizes, a path that is down. */
    static SampleSite equipped(int hosts, int perCluster, int vms) {
        SampleSite sample = new SampleSite("equipped");
        sample.equipment();
        for (int i = 0; i < hosts; i++) {
            sample.host("node-" + i, "cluster-" + (1 + i / perCluster), (i * 37 % 100) / 100.0, true);
            for (int v = 0; v < vms; v++) {
                sample.vm("vm-" + i + "-" + v, "node-" + i, 1L << v % 5);
            }
        }
        return sample.say(id(ElementKind.HBA_PORT, "node-2/hba1"), UP, false).by("desk@desk-1", 1000);
    }

    /** Many hosts in clusters, some of them silent, failed or unheard. */
    static SampleSite fleet(int hosts, int perCluster) {
        SampleSite sample = new SampleSite("fleet");
        for (int i = 0; i < hosts; i++) {
            String name = "node-" + i;
            ElementId host = ElementId.host(name);
            String cluster = "cluster-" + (1 + i / perCluster);
            sample.host(name, cluster, (i * 37 % 100) / 100.0, false);
            if (i % 97 == 5) {
                sample.say(host, LINK, LinkState.HANGS);
            } else if (i % 131 == 7) {
                sample.say(host, HEALTH, Health.FAILED);
            } else if (i % 151 == 11) {
                sample.say(host, LINK, LinkState.CONNECTING);
            }
        }
        return sample.by("desk@desk-1", 1000);
    }
}
