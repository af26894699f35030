package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

class LastCablesTest {

    private static final ElementId SWITCH = new ElementId(ElementKind.SWITCH, "s");
    private static final ElementId FAR = SWITCH.part(ElementKind.SWITCH_PORT, "1");
    private static final ElementId PORT = ElementId.host("h").part(ElementKind.NETWORK_PORT, "eth0");

    private static final List<String> CABLE = List.of(
            "network-port:h/eth0 cabled-to=[switch-port:s/1]",
            "switch-port:s/1 name=1",
            "switch-port:s/1 part-of=switch:s",
            "switch:s name=core");

    private final LastCables cables = new LastCables();

    private static Reading heard() {
        return port(true)
                .say(SWITCH, Attributes.NAME, "core")
                .say(FAR, Attributes.NAME, "1")
                .say(FAR, Attributes.PART_OF, SWITCH)
                .say(PORT, Attributes.CABLED_TO, List.of(FAR));
    }

    private static Reading port(boolean up) {
        return new Reading().say(PORT, Attributes.UP, up);
    }

    /** All that is said after it, but for the port's own state. */
    private List<String> kept(long at, Reading reading) {
        cables.keep(at, reading);
        Map<String, String> facts = new TreeMap<>();
        reading.lines().forEach(line -> facts.put(line.element() + " " + line.attribute(), line.value() + ""));
        List<String> all = new ArrayList<>();
        facts.forEach((topic, value) -> all.add(topic + "=" + value));
        all.removeIf(fact -> fact.startsWith(PORT + " up="));
        return all;
    }

    @Test
    void whatIsToldIsLeftAlone() {
        Reading reading = heard();
        int lines = reading.lines().size();

        assertThat(kept(0, reading)).isEqualTo(CABLE);
        assertThat(reading.lines()).hasSize(lines);
    }

    @Test
    void aPortWithoutLightKeepsItsCable() {
        kept(0, heard());

        for (long at = 10_000; at < 1_000_000; at += 10_000) {
            assertThat(kept(at, port(false))).isEqualTo(CABLE);
        }
    }

    @Test
    void withLightAgainTheOtherEndHasSomeTimeToSpeak() {
        kept(0, heard());
        kept(10_000, port(false));

        assertThat(kept(20_000, port(true))).isEqualTo(CABLE);
        assertThat(kept(130_000, port(true))).isEqualTo(CABLE);
        assertThat(kept(130_001, port(true))).isEmpty();
        assertThat(kept(130_002, port(false))).as("forgotten").isEmpty();
    }

    @Test
    void aCableThatWasPluggedInElsewhereIsToldAsItIs() {
        kept(0, heard());
        kept(10_000, port(false));
        Reading elsewhere = port(true).say(PORT, Attributes.CABLED_TO, List.of(SWITCH));

        assertThat(kept(20_000, elsewhere)).containsExactly("network-port:h/eth0 cabled-to=[switch:s]");
        assertThat(kept(30_000, port(false))).containsExactly("network-port:h/eth0 cabled-to=[switch:s]");
    }

    @Test
    void whatIsSaidNowOfTheSwitchIsNotUndone() {
        kept(0, heard());
        Reading renamed = port(false).say(SWITCH, Attributes.NAME, "core-a");

        assertThat(kept(10_000, renamed)).contains("switch:s name=core-a", CABLE.getFirst());
    }

    @Test
    void ofAPortThatIsNotToldOfNothingIsSaid() {
        kept(0, heard());

        assertThat(kept(10_000, new Reading())).isEmpty();
        assertThat(kept(20_000, port(false))).isEqualTo(CABLE);
        assertThat(kept(500_000, new Reading())).isEmpty();
        assertThat(kept(500_001, port(false))).isEmpty();
    }

    @Test
    void soDoesAnHba() {
        ElementId hba = ElementId.host("h").part(ElementKind.HBA_PORT, "host1");
        ElementId fabric = new ElementId(ElementKind.FABRIC_SWITCH, "f");
        cables.keep(
                0,
                new Reading()
                        .say(hba, Attributes.UP, true)
                        .say(fabric, Attributes.NAME, "fabric f")
                        .say(hba, Attributes.CABLED_TO, List.of(fabric)));

        assertThat(kept(10_000, new Reading().say(hba, Attributes.UP, false)))
                .containsExactly(
                        "fabric-switch:f name=fabric f",
                        "hba-port:h/host1 cabled-to=[fabric-switch:f]",
                        "hba-port:h/host1 up=false");
    }

    @Test
    void aPortOfWhichNobodyEverHeardHasNoCable() {
        assertThat(kept(0, port(false))).isEmpty();
    }
}
