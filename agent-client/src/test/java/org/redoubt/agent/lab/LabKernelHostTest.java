package org.redoubt.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** node-4 has what hosts that share a kernel cannot have: a bond and multipath, which really lose and find their parts. */
@OnLab(Lab.Part.KERNEL_HOST)
class LabKernelHostTest {
    private static final Pattern ACTIVE = Pattern.compile("Currently Active Slave: (eth[12])");

    @Test
    void theBondGoesOverToItsOtherLegAndTheFirstIsHeardAgain(Lab lab) {
        KernelHost node4 = lab.kernelHost();
        String before = active(node4);

        node4.setLinkOff(before);
        Lab.await("the other leg", () -> !active(node4).equals(before));
        assertThat(leg(node4, before)).contains("MII Status: down");
        assertThat(leg(node4, active(node4))).contains("MII Status: up");

        node4.setLinkOn(before);
        Lab.await("the leg to be up again", () -> leg(node4, before).contains("MII Status: up"));
    }

    @Test
    void aPathThatIsTakenAwayLeavesTheMapAndComesBack(Lab lab) {
        KernelHost node4 = lab.kernelHost();
        assertThat(maps(node4)).contains("\"paths\" : 2");

        node4.dropPath(0);
        Lab.await("one path to be left", () -> maps(node4).contains("\"paths\" : 1"));
        node4.addPath(0);
        Lab.await("both paths", () -> maps(node4).contains("\"paths\" : 2"));
    }

    @Test
    void aPathThatNoLongerAnswersStaysInTheMapAsFailed(Lab lab) {
        KernelHost node4 = lab.kernelHost();
        assertThat(maps(node4)).doesNotContain("\"failed\"");

        node4.failPath(1);
        Lab.await("the path to have failed", () -> maps(node4).contains("\"dm_st\" : \"failed\""));
        assertThat(maps(node4)).contains("\"chk_st\" : \"faulty\"", "\"chk_st\" : \"ready\"");
        node4.restorePath(1);
        Lab.await("the path to be well", () -> !maps(node4).contains("\"failed\""));
    }

    @Test
    void eachLegHearsItsOwnSwitch(Lab lab) {
        KernelHost node4 = lab.kernelHost();
        Lab.await("both switches", () -> {
            String heard = node4.exec("lldpcli", "-f", "keyvalue", "show", "neighbors");
            return heard.contains("eth1.chassis.name=sw-a")
                    && heard.contains("eth2.chassis.name=sw-b")
                    && heard.contains("eth2.port.ifname=swp4");
        });
        assertThat(node4.exec("cat", "/sys/class/dmi/id/sys_vendor").strip()).isEqualTo("Redoubt");
        assertThat(lab.siteOfAll()).content().contains("10.77.0.13", "10.77.0.14");
    }

    private static String bond(KernelHost host) {
        return host.exec("cat", "/proc/net/bonding/bond0");
    }

    private static String active(KernelHost host) {
        var found = ACTIVE.matcher(bond(host));
        return found.find() ? found.group(1) : "none";
    }

    /** What the kernel says of one leg. */
    private static String leg(KernelHost host, String card) {
        String said = bond(host);
        int from = said.indexOf("Slave Interface: " + card);
        int to = said.indexOf("Slave Interface: ", from + 1);
        return said.substring(from, to < 0 ? said.length() : to);
    }

    private static String maps(KernelHost host) {
        return host.exec("multipathd", "show", "maps", "json");
    }
}
