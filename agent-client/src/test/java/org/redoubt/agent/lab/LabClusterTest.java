package org.redoubt.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xml.sax.InputSource;

/** The lab's cluster is a real one: it says so in its own words, it fences, and what is broken heals. */
@OnLab(Lab.Part.CLUSTER)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabClusterTest {
    private static final String ONLINE = "count(//nodes/node[@online='true'][@unclean='false'][@pending='false'])";
    private static final Pattern ROUND_TRIP = Pattern.compile("time=([0-9.]+) ms");

    @Test
    @Order(1)
    void threeNodesAreOnlineAndEachHasAFenceDeviceThatRuns(Lab lab) {
        String seen = crmMon(lab, "node-1");

        assertThat(number(seen, ONLINE)).isEqualTo(3);
        assertThat(number(seen, "count(//current_dc[@with_quorum='true'])")).isEqualTo(1);
        assertThat(number(seen, "count(//resource[@resource_agent='stonith:fence_ipmilan'][@role='Started'])"))
                .isEqualTo(3);
        assertThat(number(seen, "count(//resource[@resource_agent='ocf:heartbeat:VirtualDomain'][@role='Started'])"))
                .isEqualTo(3);
        assertThat(lab.whereRuns("db-primary")).isPresent();
        assertThat(lab.siteOfCluster()).content().contains("10.77.0.13").doesNotContain("owner");
    }

    @Test
    @Order(2)
    void bothSwitchesAreHeardWithTheirPortsOnEveryHost(Lab lab) {
        for (Lab.Host host : lab.hosts()) {
            String port = "swp" + host.name().substring("node-".length());
            Lab.await(host + " to hear both switches", () -> {
                String heard = lldp(host);
                return heard.contains("eth1.chassis.name=sw-a") && heard.contains("eth2.chassis.name=sw-b");
            });
            assertThat(lldp(host)).contains("eth1.port.ifname=" + port, "eth2.port.ifname=" + port);
            assertThat(host.exec("lldpcli", "-f", "json0", "show", "neighbors", "details"))
                    .contains("\"sw-a\"", "\"sw-b\"", "\"" + port + "\"");
        }
    }

    @Test
    @Order(3)
    void aCutRingIsOneLinkLessUntilItIsMended(Lab lab) {
        Lab.Host node1 = lab.host("node-1");
        Lab.Host node2 = lab.host("node-2");

        node1.faults().cutRing(1);
        Lab.await("link 1 to be lost", () -> links(node2, 1).contains("nodeid: 1: disconnected"));
        assertThat(links(node2, 0)).contains("nodeid: 1: connected", "nodeid: 3: connected");
        assertThat(links(node2, 1)).contains("nodeid: 3: connected");
        assertThat(number(crmMon(lab, "node-2"), ONLINE)).isEqualTo(3);

        node1.faults().mendRing(1);
        Lab.await("link 1 to be whole", () -> !links(node2, 1).contains("disconnected"));
    }

    @Test
    @Order(4)
    void aBmcTellsPowerAndTheHostsOwnIdentity(Lab lab) {
        Lab.Host node1 = lab.host("node-1");
        String uuid = node1.virsh("capabilities").replaceAll("(?s).*<host>\\s*<uuid>([^<]*)</uuid>.*", "$1");

        assertThat(node1.faults().bmc("chassis", "power", "status").strip()).isEqualTo("Chassis Power is on");
        assertThat(uuid).hasSize(36);
        assertThat(node1.faults().bmc("mc", "guid")).containsIgnoringCase(uuid);
    }

    @Test
    @Order(5)
    void aBadCableAndAWrongClockAreWhatTheySayAndAreCleared(Lab lab) {
        HostFaults faults = lab.host("node-2").faults();

        faults.delay(500);
        assertThat(roundTrip()).isGreaterThanOrEqualTo(500);
        faults.loss(100);
        assertThat(ping(3)).contains("100% packet loss");
        faults.clock(120);
        assertThat(secondsAhead(lab)).isBetween(119L, 130L);

        faults.clear();
        assertThat(roundTrip()).isLessThan(500);
        assertThat(secondsAhead(lab)).isBetween(-10L, 10L);
    }

    @Test
    @Order(6)
    void sshdGoesAndComes(Lab lab) throws Exception {
        HostFaults faults = lab.host("node-2").faults();
        assertThat(overSsh(lab)).isEqualTo("node-2");
        faults.stopSshd();
        assertThat(overSsh(lab)).isEmpty();
        faults.startSshd();
        assertThat(overSsh(lab)).isEqualTo("node-2");
    }

    @Test
    @Order(7)
    void bothSidesOfAPartitionHoldTheOtherForLostAsLongAsNobodyCanBeFenced(Lab lab) throws Exception {
        HostFaults faults = lab.host("node-3").faults();
        faults.stopBmc();
        faults.partition();

        String unclean = "count(//nodes/node[@unclean='true'][@name='%s'])";
        Lab.await("node-1 to miss node-3", () -> number(crmMon(lab, "node-1"), unclean.formatted("node-3")) == 1);
        Lab.await("node-3 to miss node-1", () -> number(crmMon(lab, "node-3"), unclean.formatted("node-1")) == 1);
        assertThat(number(crmMon(lab, "node-1"), "count(//current_dc[@with_quorum='true'])"))
                .isEqualTo(1);
        assertThat(number(crmMon(lab, "node-3"), "count(//current_dc[@with_quorum='false'])"))
                .isEqualTo(1);

        Lab.up(Lab.Guests.FEW, Lab.Part.CLUSTER);
        assertThat(number(crmMon(lab, "node-1"), ONLINE)).isEqualTo(3);
    }

    @Test
    @Order(8)
    void aNodeWhoseCorosyncDiesIsFencedAndComesBack(Lab lab) {
        Lab.Host node1 = lab.host("node-1");
        int fenced = fencings(node1);

        lab.host("node-3").faults().killCorosync();

        Lab.await("node-3 to be fenced", () -> fencings(node1) > fenced);
        Lab.await("node-3 to be back", () -> number(crmMon(lab, "node-1"), ONLINE) == 3);
    }

    private static int fencings(Lab.Host host) {
        String history = host.exec("stonith_admin", "--history=*", "--verbose", "--output-as=xml");
        return number(history, "count(//fence_event[@target='node-3'][@status='success'])");
    }

    private static String lldp(Lab.Host host) {
        return host.exec("lldpcli", "-f", "keyvalue", "show", "neighbors");
    }

    /** What corosync-cfgtool says of one link, blanks made one. */
    private static String links(Lab.Host host, int link) {
        List<String> sections = List.of(host.exec("corosync-cfgtool", "-s").split("LINK ID "));
        return sections.get(link + 1).replaceAll("\\s+", " ");
    }

    /** Empty while the host is down, or its cluster starting. */
    private static String crmMon(Lab lab, String host) {
        Script ended = lab.host(host).trying("crm_mon", "-1", "-r", "--output-as=xml");
        return ended.code() == 0 ? ended.out() : "<none/>";
    }

    private static int number(String xml, String path) {
        try {
            return Integer.parseInt(
                    XPathFactory.newInstance().newXPath().evaluate(path, new InputSource(new StringReader(xml))));
        } catch (XPathExpressionException e) {
            throw new AssertionError("not XML: " + xml, e);
        }
    }

    /** The JVM is at the desk, so is what it runs. */
    private static String ping(int times) {
        return Script.run(List.of("ping", "-i", "0.2", "-W", "2", "-c", Integer.toString(times), "10.77.0.12"))
                .out();
    }

    private static double roundTrip() {
        return ROUND_TRIP
                .matcher(ping(2))
                .results()
                .mapToDouble(time -> Double.parseDouble(time.group(1)))
                .reduce((earlier, last) -> last)
                .orElseThrow();
    }

    private static long secondsAhead(Lab lab) {
        return date(lab, "node-2") - date(lab, "node-1");
    }

    private static long date(Lab lab, String host) {
        return Long.parseLong(lab.host(host).exec("date", "+%s").strip());
    }

    private static String overSsh(Lab lab) {
        assertThat(Files.isExecutable(lab.sshDirectory().resolve("ssh"))).isTrue();
        return Script.run(List.of(lab.sshDirectory().resolve("ssh").toString(), "root@10.77.0.12", "hostname"))
                .out()
                .strip();
    }
}
