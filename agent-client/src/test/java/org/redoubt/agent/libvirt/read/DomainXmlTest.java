package org.redoubt.agent.libvirt.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.read.DomainXml.PooledDisk;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.ElementId;

class DomainXmlTest {

    private static final String UUID = "6695eb01-f6a4-8304-79aa-97f2502e193f";

    private static final String DOMAIN = """
            <domain type='kvm' id='3'>
              <name>vm;reboot $(id)</name>
              <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
              <memory unit='MiB'>512</memory>
              <vcpu placement='static' current='2'>4</vcpu>
              <cpu mode='custom' match='exact'><model fallback='forbid'>Haswell</model>
                <feature policy='require' name='vmx'/><feature policy='disable' name='hle'/></cpu>
              <devices>
                <disk type='file' device='disk'><source file='/srv/a &amp; b.qcow2'/><target dev='vda'/></disk>
                <disk type='block' device='disk'><source dev='/dev/mapper/mpatha'/></disk>
                <disk type='network' device='disk'><source protocol='rbd' name='pool/image'/></disk>
                <disk type='volume' device='disk'><source pool='fast' volume='v1'/></disk>
                <disk type='file' device='cdrom'/>
                <interface type='network'><source network='default' bridge='virbr0'/></interface>
                <interface type='bridge'><source bridge='br-prod'/></interface>
                <interface type='direct'><source dev='eth1' mode='bridge'/></interface>
                <interface type='user'/>
              </devices>
            </domain>
            """;

    @Test
    void readsWhatAVmNeeds() {
        DomainXml xml = DomainXml.parse(DOMAIN).orElseThrow();

        assertThat(xml.uuid()).isEqualTo(UUID);
        assertThat(xml.name()).isEqualTo("vm;reboot $(id)");
        assertThat(xml.memory()).isEqualTo(512L << 20);
        assertThat(xml.cpus()).isEqualTo(2);
        assertThat(xml.networks())
                .extracting(ElementId::toString)
                .containsExactly("network:default", "network:bridge/br-prod", "network:direct/eth1");
        assertThat(xml.volumes())
                .extracting(ElementId::key)
                .containsExactly("/srv/a & b.qcow2", "/dev/mapper/mpatha", "rbd:pool/image");
        assertThat(xml.pooled()).containsExactly(new PooledDisk("fast", "v1"));
        assertThat(xml.cpuModel()).contains("Haswell");
        assertThat(xml.cpuFeatures()).containsExactly("vmx");
    }

    @Test
    void aCpuThatIsTheHostsOwnIsNamedByItsMode() {
        assertThat(DomainXml.parse("<domain><uuid>u</uuid><cpu mode='host-passthrough'/></domain>")
                        .orElseThrow()
                        .cpuModel())
                .contains("host-passthrough");
        assertThat(DomainXml.parse("<domain><uuid>u</uuid></domain>")
                        .orElseThrow()
                        .cpuModel())
                .isEmpty();
    }

    @Test
    void whatItDoesNotSayIsUnknown() {
        DomainXml xml = DomainXml.parse(
                        "<domain><uuid>u</uuid><memory unit='parsec'>5</memory><vcpu>many</vcpu></domain>")
                .orElseThrow();

        assertThat(xml.memory()).isEqualTo(-1);
        assertThat(xml.cpus()).isEqualTo(-1);
        assertThat(xml.networks()).isEmpty();
    }

    @Test
    void anUnusualNameIsATextLikeAnyOther() {
        String name = "\u202Egnp.exe \u0007\t" + "ö".repeat(200);
        String escaped = name.replace("\u0007", "");

        assertThat(DomainXml.parse("<domain><uuid>u</uuid><name>" + escaped + "</name></domain>")
                        .orElseThrow()
                        .name())
                .isEqualTo(escaped.strip());
    }

    @Test
    void nothingIsFetchedAndNothingExpands() {
        String stealing =
                "<!DOCTYPE domain [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain><uuid>u</uuid><name>&x;</name></domain>";
        String laughing = "<!DOCTYPE domain [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
                + "<domain><uuid>u</uuid><name>&b;</name></domain>";

        assertThat(DomainXml.parse(stealing)).isEmpty();
        assertThat(DomainXml.parse(laughing)).isEmpty();
    }

    @Test
    void thereAreLimits() {
        String deep = "<a>".repeat(Xml.MOST_DEPTH + 1) + "</a>".repeat(Xml.MOST_DEPTH + 1);
        String wide = "<a>" + "<b/>".repeat(Xml.MOST_ELEMENTS) + "</a>";
        String large = "<a>" + " ".repeat(Xml.MOST_CHARS) + "</a>";

        assertThat(Xml.parse(deep)).isEmpty();
        assertThat(Xml.parse(wide)).isEmpty();
        assertThat(Xml.parse(large)).isEmpty();
        assertThat(Xml.parse("<a>".repeat(Xml.MOST_DEPTH) + "</a>".repeat(Xml.MOST_DEPTH)))
                .isPresent();
    }

    @Property(tries = 400)
    void whatIsCutShortIsUnknown(@ForAll @IntRange(max = 1200) int length) {
        int cut = Math.min(length, DOMAIN.stripTrailing().length() - 1);

        assertThat(DomainXml.parse(DOMAIN.substring(0, cut))).isEmpty();
    }

    @Property(tries = 400)
    void noiseIsNeverAnException(@ForAll String noise, @ForAll @IntRange(max = 1200) int place) {
        int at = Math.min(place, DOMAIN.length());

        Optional<DomainXml> read = DomainXml.parse(DOMAIN.substring(0, at) + noise + DOMAIN.substring(at));

        assertThat(read.map(DomainXml::uuid).orElse("")).isNotNull();
        assertThat(DomainXml.parse(noise)).isEmpty();
    }

    @Property(tries = 200)
    void anyTextMayBeAName(@ForAll String name) {
        String text = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        Optional<DomainXml> read = DomainXml.parse("<domain><uuid>u</uuid><name>" + text + "</name></domain>");

        read.ifPresent(xml -> assertThat(List.of(xml.name())).doesNotContainNull());
    }
}
