package org.redoubt.agent.sim.plant;

import static org.redoubt.agent.sim.plant.PlantBuilder.GIB;
import static org.redoubt.agent.sim.plant.PlantBuilder.GIGABIT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.sim.plant.SimVm.Work;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Side;

/** The demo site: ten hosts, three clusters, and every reason why a VM may not go to a host. */
final class DemoPlan {

    static final int HOSTS = 10;
    static final int VMS = 58;

    private static final String LAN = "lan";
    private static final String DMZ = "dmz";

    private final PlantBuilder site;
    private final Map<String, ElementId> networks = new HashMap<>();
    private final List<ElementId> volumes = new ArrayList<>();
    private ElementId rack;
    private PlantBuilder.Uplinks uplinks;
    private SimCluster cluster;
    private SimHost host;

    DemoPlan(String name, long seed) {
        site = new PlantBuilder(name, seed);
    }

    Plant build() {
        for (String network : List.of(LAN, DMZ, "backup")) {
            networks.put(network, site.network(network));
        }
        ElementId coreB = new ElementId(ElementKind.SWITCH, "core-b");
        ElementId coreA = site.networkSwitch("core-a", Side.A, List.of(coreB));
        site.networkSwitch("core-b", Side.B, List.of(coreA));
        List<ElementId> fabrics = List.of(
                site.fabricSwitch("fabric-a", Side.A, List.of()), site.fabricSwitch("fabric-b", Side.B, List.of()));
        uplinks = new PlantBuilder.Uplinks(List.of(coreA, coreB), fabrics);
        ElementId array1 = site.array("array-1", fabrics, 180_000 * GIB);
        ElementId array2 = site.array("array-2", fabrics, 180_000 * GIB);
        site.replicates(array2, array1, 800);
        payroll(array1);
        web(array1);
        drEast(array2);
        return site.build();
    }

    private void payroll(ElementId array) {
        rack = site.rack("r1");
        cluster = site.cluster("payroll", "");
        volumes.clear();
        volumes.add(site.volume(array, "payroll-0", 40_000 * GIB));
        volumes.add(site.volume(array, "payroll-1", 40_000 * GIB));
        host("node-1", 128, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ, "backup"));
        vm("erp-app", 16, 8, Work.OFFICE, Cpu.SKYLAKE, LAN);
        vm("erp-db", 32, 16, Work.DATABASE, Cpu.SKYLAKE, LAN, "backup");
        vm("ldap-1", 4, 2, Work.IDLE, Cpu.COMMON, LAN);
        vm("dns-1", 2, 1, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        vm("print", 4, 2, Work.IDLE, Cpu.COMMON, LAN);
        vm("hr-portal", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("timesheet", 8, 4, Work.OFFICE, Cpu.COMMON, LAN);
        vm("vpn-1", 4, 2, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        host("node-2", 128, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ, "backup"));
        vm("payroll-db", 8, 8, Work.DATABASE, Cpu.SKYLAKE, LAN);
        vm("payroll-web", 8, 4, Work.WEB, Cpu.SKYLAKE, LAN);
        vm("batch", 24, 16, Work.BATCH, Cpu.SKYLAKE, LAN);
        vm("reports", 16, 8, Work.OFFICE, Cpu.COMMON, LAN, "backup");
        vm("erp-test", 16, 8, Work.OFFICE, Cpu.COMMON, LAN);
        vm("archive", 16, 4, Work.IDLE, Cpu.COMMON, LAN, "backup");
        vm("jump-1", 3, 2, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        stopped("erp-old", 8, 4, LAN);
        host("node-3", 128, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ, "backup"));
        vm("mail", 16, 8, Work.OFFICE, Cpu.COMMON, LAN, DMZ);
        vm("ldap-2", 4, 2, Work.IDLE, Cpu.COMMON, LAN);
        vm("dns-2", 2, 1, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        vm("calendar", 8, 4, Work.OFFICE, Cpu.COMMON, LAN);
        vm("wiki", 8, 4, Work.WEB, Cpu.COMMON, LAN);
        vm("chat", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("proxy-1", 2, 2, Work.WEB, Cpu.COMMON, LAN, DMZ);
    }

    private void web(ElementId array) {
        rack = site.rack("r2");
        cluster = site.cluster("web", "");
        volumes.clear();
        volumes.add(site.volume(array, "web-0", 30_000 * GIB));
        volumes.add(site.volume(array, "web-1", 30_000 * GIB));
        host("node-4", 96, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ, "backup"));
        vm("web-1", 8, 8, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("web-2", 8, 8, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("cache", 16, 8, Work.CACHE, Cpu.COMMON, LAN);
        vm("search", 32, 16, Work.DATABASE, Cpu.SKYLAKE, LAN);
        vm("queue-1", 8, 4, Work.DATABASE, Cpu.COMMON, LAN);
        vm("api-1", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("sessions", 8, 4, Work.CACHE, Cpu.COMMON, LAN);
        vm("auth", 2, 2, Work.WEB, Cpu.COMMON, LAN, DMZ);
        host("node-5", 128, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ));
        vm("web-3", 8, 8, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("api-2", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("cdn-origin", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("static", 2, 2, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        host("node-6", 64, Cpu.HASWELL, Owner.NONE, List.of(LAN, "backup"));
        vm("build", 24, 16, Work.BATCH, Cpu.COMMON, LAN);
        vm("ci-runner-1", 16, 8, Work.BATCH, Cpu.COMMON, LAN);
        vm("ci-runner-2", 16, 8, Work.BATCH, Cpu.COMMON, LAN);
        vm("git", 4, 2, Work.OFFICE, Cpu.COMMON, LAN, "backup");
        vm("registry", 2, 2, Work.OFFICE, Cpu.COMMON, LAN);
        host("node-7", 128, Cpu.SKYLAKE, Owner.NONE, List.of(LAN, DMZ, "backup"));
        vm("web-4", 8, 8, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("api-3", 8, 4, Work.WEB, Cpu.COMMON, LAN, DMZ);
        vm("db-replica", 16, 8, Work.DATABASE, Cpu.COMMON, LAN);
        vm("metrics", 16, 8, Work.DATABASE, Cpu.COMMON, LAN);
        vm("logs", 24, 8, Work.BATCH, Cpu.COMMON, LAN);
        vm("grafana", 4, 2, Work.WEB, Cpu.COMMON, LAN);
    }

    private void drEast(ElementId array) {
        rack = site.rack("r3");
        cluster = site.cluster("dr-east", "standby");
        volumes.clear();
        volumes.add(site.volume(array, "dr-0", 40_000 * GIB));
        volumes.add(site.volume(array, "dr-1", 40_000 * GIB));
        // Nobody says who owns these: what is not claimed is unknown.
        host("node-8", 128, Cpu.SKYLAKE, null, List.of(LAN, DMZ, "backup"));
        vm("dr-payroll-db", 8, 8, Work.IDLE, Cpu.SKYLAKE, LAN);
        vm("dr-erp-db", 32, 16, Work.IDLE, Cpu.SKYLAKE, LAN);
        vm("dr-mail", 16, 8, Work.IDLE, Cpu.COMMON, LAN, DMZ);
        vm("backup-1", 8, 4, Work.BATCH, Cpu.COMMON, LAN, "backup");
        host("node-9", 128, Cpu.SKYLAKE, null, List.of(LAN, "backup"));
        vm("dr-web", 8, 8, Work.IDLE, Cpu.COMMON, LAN);
        vm("dr-ldap", 4, 2, Work.IDLE, Cpu.COMMON, LAN);
        vm("dr-dns", 2, 1, Work.IDLE, Cpu.COMMON, LAN);
        vm("backup-2", 8, 4, Work.BATCH, Cpu.COMMON, LAN, "backup");
        vm("vault", 4, 2, Work.OFFICE, Cpu.COMMON, LAN);
        host("node-10", 128, Cpu.SKYLAKE, null, List.of(LAN, DMZ, "backup"));
        vm("dr-batch", 16, 16, Work.IDLE, Cpu.COMMON, LAN);
        vm("dr-search", 16, 8, Work.IDLE, Cpu.SKYLAKE, LAN);
        vm("witness", 2, 1, Work.IDLE, Cpu.COMMON, LAN, DMZ);
    }

    private void host(String name, int gib, Cpu cpu, Owner owner, List<String> offered) {
        List<ElementId> offers = offered.stream().map(networks::get).toList();
        SimHost.Shape shape = new SimHost.Shape(
                name,
                rack,
                gib * GIB,
                64,
                cpu,
                10 * GIGABIT,
                owner,
                name.equals("node-5"),
                offers,
                List.copyOf(volumes));
        host = site.host(cluster, shape, uplinks);
    }

    private void vm(String name, int gib, int cpus, Work work, Cpu cpu, String... nets) {
        add(name, gib, cpus, work, cpu, true, nets);
    }

    private void stopped(String name, int gib, int cpus, String... nets) {
        add(name, gib, cpus, Work.IDLE, Cpu.COMMON, false, nets);
    }

    private void add(String name, int gib, int cpus, Work work, Cpu cpu, boolean runs, String... nets) {
        List<ElementId> needs = List.of(nets).stream().map(networks::get).toList();
        ElementId disk = volumes.get(Math.floorMod(name.hashCode(), volumes.size()));
        site.vm(host, new SimVm.Shape(name, gib * GIB, cpus, work, cpu, needs, List.of(disk), runs));
    }
}
