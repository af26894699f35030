package org.redoubt.agent.libvirt.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.read.HostXml.Capabilities;
import org.redoubt.agent.libvirt.read.HostXml.Network;
import org.redoubt.agent.libvirt.read.HostXml.Pool;
import org.redoubt.agent.libvirt.read.HostXml.Volume;

class HostXmlTest {

    @Test
    void capabilitiesTellWhoAndWhatAHostIs() {
        Capabilities read = HostXml.capabilities("""
                <capabilities><host>
                  <uuid>4c4c4544-0032-3510-8056-b4c04f4d3732</uuid>
                  <cpu><arch>x86_64</arch><model>Skylake-Client</model><feature name='vmx'/><feature name='hle'/></cpu>
                  <migration_features><live/><uri_transports><uri_transport>tcp</uri_transport></uri_transports></migration_features>
                </host></capabilities>
                """);

        assertThat(read.uuid()).contains("4c4c4544-0032-3510-8056-b4c04f4d3732");
        assertThat(read.arch()).contains("x86_64");
        assertThat(read.cpuModel()).contains("Skylake-Client");
        assertThat(read.cpuFeatures()).containsExactly("hle", "vmx");
        assertThat(read.migrates()).isTrue();
    }

    @Test
    void networksNameTheirBridge() {
        assertThat(HostXml.network("<network><name>prod</name><forward mode='bridge'/><bridge name='br0'/></network>"))
                .contains(new Network("prod", java.util.Optional.of("br0")));
        assertThat(HostXml.network("<network><name>hostdev</name><forward mode='hostdev'/></network>"))
                .contains(new Network("hostdev", java.util.Optional.empty()));
        assertThat(HostXml.network("<networks/>")).isEmpty();
    }

    @Test
    void onlyABridgeIsABridge() {
        assertThat(HostXml.bridge("<interface type='bridge' name='br0'><bridge/></interface>"))
                .contains("br0");
        assertThat(HostXml.bridge("<interface type='ethernet' name='eth0'/>")).isEmpty();
        assertThat(HostXml.card("<device><name>net_eth0</name><capability type='net'><interface>eth0</interface>"
                        + "</capability></device>"))
                .contains("eth0");
    }

    @Test
    void volumesAreTheirPath() {
        assertThat(HostXml.volume("<volume type='file'><name>a.img</name><key>/k</key>"
                        + "<capacity unit='bytes'>1048576</capacity><target><path>/srv/a.img</path></target></volume>"))
                .contains(new Volume("a.img", "/srv/a.img", 1 << 20));
        assertThat(HostXml.volume("<volume><key>rbd/img</key></volume>"))
                .contains(new Volume("rbd/img", "rbd/img", -1));
        assertThat(HostXml.pool("<pool type='dir'><name>p</name><uuid>u</uuid></pool>"))
                .contains(new Pool("u", "p"));
    }

    @Test
    void whatDoesNotParseIsLeftOut() {
        assertThat(HostXml.each(List.of("<pool><uuid>u</uuid></pool>", "<pool", "<network/>"), HostXml::pool))
                .containsExactly(new Pool("u", ""));
    }

    @Property(tries = 200)
    void noiseSaysNothing(@ForAll String noise) {
        assertThat(HostXml.capabilities(noise)).isEqualTo(Capabilities.NONE);
        assertThat(HostXml.network(noise)).isEmpty();
        assertThat(HostXml.volume(noise)).isEmpty();
        assertThat(HostXml.card(noise)).isEmpty();
    }
}
