package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class NetworkPortsTest {

    private static Heard read(String... answers) {
        return Heard.of(new NetworkPorts(), answers);
    }

    @Test
    void portsSitOnCardsAndHaveCarrierOrNot() {
        Heard heard = read("ip-link", NetworkSamples.LINKS, "net-sysfs", NetworkSamples.HARDWARE);

        assertThat(heard.facts())
                .containsExactly(
                        "adapter-card:h1/0000:3b:00 name=slot 3b:00",
                        "adapter-card:h1/0000:3b:00 part-of=host:h1",
                        "adapter-card:h1/0000:3b:00 slot=0000:3b:00",
                        "adapter-card:h1/0000:5e:00 name=slot 5e:00",
                        "adapter-card:h1/0000:5e:00 part-of=host:h1",
                        "adapter-card:h1/0000:5e:00 slot=0000:5e:00",
                        "adapter-card:h1/0001:5e:00 name=slot 0001:5e:00",
                        "adapter-card:h1/0001:5e:00 part-of=host:h1",
                        "adapter-card:h1/0001:5e:00 slot=0001:5e:00",
                        "network-port:h1/eth0 driver=ice",
                        "network-port:h1/eth0 health=OK",
                        "network-port:h1/eth0 name=eth0",
                        "network-port:h1/eth0 part-of=adapter-card:h1/0000:3b:00",
                        "network-port:h1/eth0 slot=0000:3b:00.0",
                        "network-port:h1/eth0 speed=3125000000",
                        "network-port:h1/eth0 up=true",
                        "network-port:h1/eth1 detail=no carrier",
                        "network-port:h1/eth1 driver=ice",
                        "network-port:h1/eth1 health=FAILED",
                        "network-port:h1/eth1 name=eth1",
                        "network-port:h1/eth1 part-of=adapter-card:h1/0000:3b:00",
                        "network-port:h1/eth1 slot=0000:3b:00.1",
                        "network-port:h1/eth1 up=false",
                        "network-port:h1/eth2 detail=administratively down, not in use",
                        "network-port:h1/eth2 driver=igb",
                        "network-port:h1/eth2 name=eth2",
                        "network-port:h1/eth2 part-of=adapter-card:h1/0000:5e:00",
                        "network-port:h1/eth2 slot=0000:5e:00.0",
                        "network-port:h1/eth3 detail=administratively down",
                        "network-port:h1/eth3 driver=igb",
                        "network-port:h1/eth3 health=FAILED",
                        "network-port:h1/eth3 name=eth3",
                        "network-port:h1/eth3 part-of=adapter-card:h1/0001:5e:00",
                        "network-port:h1/eth3 slot=0001:5e:00.1",
                        "network-port:h1/eth3 up=false");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void withoutIpTheHardwareAloneTells() {
        Heard heard = read("ip-link", "", "net-sysfs", NetworkSamples.HARDWARE);

        assertThat(heard.of("network-port:h1/eth0")).contains("network-port:h1/eth0 up=true");
        assertThat(heard.of("network-port:h1/eth1")).contains("network-port:h1/eth1 detail=no carrier");
        assertThat(heard.of("network-port:h1/eth2"))
                .as("whether it is raised is not known")
                .containsExactly(
                        "network-port:h1/eth2 driver=igb",
                        "network-port:h1/eth2 name=eth2",
                        "network-port:h1/eth2 part-of=adapter-card:h1/0000:5e:00",
                        "network-port:h1/eth2 slot=0000:5e:00.0");
        assertThat(heard.unreadable()).containsExactly("ip-link: it is no whole JSON");
    }

    @Test
    void withoutSysfsNobodyKnowsWhatIsHardware() {
        Heard heard = read("ip-link", NetworkSamples.LINKS, "net-sysfs", "eth0 carr");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("net-sysfs: it is cut off");
    }

    @Test
    void whatIpDoesNotKnowIsNotThere() {
        Heard heard = read("ip-link", "[]", "net-sysfs", "eth7 carrier=1\n");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void aPortBehindNoPciSlotIsInTheHost() {
        Heard heard = read("net-sysfs", "usb0 driver=cdc_ether\nusb0 carrier=1\nusb0 speed=1000\n");

        assertThat(heard.facts())
                .containsExactly(
                        "network-port:h1/usb0 driver=cdc_ether",
                        "network-port:h1/usb0 health=OK",
                        "network-port:h1/usb0 name=usb0",
                        "network-port:h1/usb0 part-of=host:h1",
                        "network-port:h1/usb0 speed=125000000",
                        "network-port:h1/usb0 up=true");
    }

    private static final String VIRTUAL_CABLES = """
            [{"ifname":"eth0","flags":["BROADCAST","UP","LOWER_UP"],"linkinfo":{"info_kind":"veth"}},
             {"ifname":"eth1","flags":["NO-CARRIER","BROADCAST","UP"],"linkinfo":{"info_kind":"veth"}},
             {"ifname":"vnet0","flags":["BROADCAST","UP","LOWER_UP"],"linkinfo":{"info_kind":"tun"}}]
            """;

    @Test
    void whereThereIsNoHardwareVirtualCablesAre() {
        Heard heard = read("ip-link", VIRTUAL_CABLES, "net-sysfs", "");

        assertThat(heard.facts())
                .containsExactly(
                        "network-port:h1/eth0 health=OK",
                        "network-port:h1/eth0 name=eth0",
                        "network-port:h1/eth0 part-of=host:h1",
                        "network-port:h1/eth0 up=true",
                        "network-port:h1/eth1 detail=no carrier",
                        "network-port:h1/eth1 health=FAILED",
                        "network-port:h1/eth1 name=eth1",
                        "network-port:h1/eth1 part-of=host:h1",
                        "network-port:h1/eth1 up=false");
    }

    @Test
    void aVirtualCableHasNoHardwareWhateverSysfsSaysOfItsName() {
        Heard heard =
                read("ip-link", VIRTUAL_CABLES, "net-sysfs", "eth1 pci=0000:00:03.0\neth1 carrier=1\neth1 speed=10\n");

        assertThat(heard.of("network-port:h1/eth1"))
                .containsExactly(
                        "network-port:h1/eth1 detail=no carrier",
                        "network-port:h1/eth1 health=FAILED",
                        "network-port:h1/eth1 name=eth1",
                        "network-port:h1/eth1 part-of=host:h1",
                        "network-port:h1/eth1 up=false");
        assertThat(ports(heard)).containsExactly("eth0", "eth1");
    }

    @Test
    void besideHardwareAVirtualCableCountsWhenABondOrLldpSpeaksOfIt() {
        String hardware = "eth9 carrier=1\n";
        String links = VIRTUAL_CABLES.replace("[{", "[{\"ifname\":\"eth9\",\"flags\":[\"UP\",\"LOWER_UP\"]},\n{");
        assertThat(ports(read("ip-link", links, "net-sysfs", hardware))).containsExactly("eth9");

        String bond = NetworkSamples.ACTIVE_BACKUP.replaceAll("eth1(?!\\d)", "eth7");
        assertThat(ports(read("ip-link", links, "net-sysfs", hardware, "bond", bond)))
                .containsExactly("eth0", "eth9");

        assertThat(ports(read("ip-link", links, "net-sysfs", hardware, "lldp", NetworkSamples.NEIGHBOURS)))
                .containsExactly("eth0", "eth1", "eth9");
    }

    private static List<String> ports(Heard heard) {
        return heard.facts().stream()
                .filter(fact -> fact.contains(" name="))
                .map(fact -> fact.substring(fact.indexOf('=') + 1))
                .toList();
    }

    @Test
    void hostileNamesAreLeftOutAndCounted() {
        Heard heard = read("ip-link", """
                [{"ifname":"a/b","flags":["UP"]},{"ifname":"\\u202e0","flags":["UP"]},{"flags":["UP"]},{"ifname":"x","flags":"UP"},3,
                 {"ifname":"$(id)","flags":["UP","LOWER_UP"]},{"ifname":"$(id)","flags":["UP"]}]
                """, "net-sysfs", "$(id) carrier=1\n../x carrier=1\n");

        assertThat(heard.of("network-port:h1/$(id)")).contains("network-port:h1/$(id) up=true");
        assertThat(ports(heard)).containsExactly("$(id)");
        assertThat(heard.unreadable()).containsExactly("ip-link: 6 of its lines are not as expected");
    }

    @Test
    void speedsThatNoPortHasAreNotSaid() {
        for (String speed : List.of("-1", "0", "4294967295", "x", "")) {
            assertThat(read("net-sysfs", "eth0 carrier=1\neth0 speed=" + speed + "\n")
                            .facts())
                    .as(speed)
                    .noneMatch(fact -> fact.contains("speed"));
        }
    }
}
