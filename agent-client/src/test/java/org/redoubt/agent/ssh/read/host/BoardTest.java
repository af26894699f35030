package org.redoubt.agent.ssh.read.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.ssh.read.Heard;

class BoardTest {

    private static Heard sensors(String lines) {
        return Heard.of(
                new Board(), "psu", "== sdr\n" + lines + "== guid\n== info\nManufacturer Name         : Intel\n");
    }

    private static Heard read(String text) {
        return Heard.of(new Board(), "psu", text);
    }

    @Test
    void aHostHearsOfItsSuppliesAndItsBmc() {
        assertThat(read(HostSamples.BOARD))
                .isEqualTo(new Heard(
                        List.of(
                                "bmc:h1/bmc hardware-uuid=4c4c4544-0032-3510-8056-b4c04f4d3732",
                                "bmc:h1/bmc model=DELL Inc",
                                "bmc:h1/bmc name=bmc",
                                "bmc:h1/bmc part-of=host:h1",
                                "bmc:h1/bmc up=true",
                                "power-supply:h1/psu1 detail=Power Supply 1: 0 Watts, Presence detected, Failure detected",
                                "power-supply:h1/psu1 health=FAILED",
                                "power-supply:h1/psu1 name=psu1",
                                "power-supply:h1/psu1 part-of=host:h1",
                                "power-supply:h1/psu1 up=false",
                                "power-supply:h1/psu2 health=OK",
                                "power-supply:h1/psu2 name=psu2",
                                "power-supply:h1/psu2 part-of=host:h1",
                                "power-supply:h1/psu2 up=true"),
                        List.of()));
    }

    @Test
    void severalSensorsTellOfOneSupply() {
        Heard heard = sensors("""
                PS1 Status       | C8h | ok  | 10.88 | Presence detected
                PS2 Status       | C9h | ok  | 10.87 | Presence detected
                PS1 Input Power  | 54h | ok  | 10.88 | 120 Watts
                PS2 Input Power  | 55h | nr  | 10.87 | 0 Watts
                PS Redundancy    | 77h | ok  |  7.1 | Redundancy Lost
                """);

        assertThat(heard.of("power-supply:h1/psu1"))
                .contains("power-supply:h1/psu1 up=true", "power-supply:h1/psu1 health=OK");
        assertThat(heard.of("power-supply:h1/psu2"))
                .contains("power-supply:h1/psu2 up=false", "power-supply:h1/psu2 detail=PS2 Input Power: 0 Watts");
        assertThat(heard.facts()).filteredOn(fact -> fact.contains(" name=")).hasSize(3);
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void suppliesWithoutANumberInTheirNameAreNumberedByTheirPlace() {
        Heard heard = sensors("""
                Status           | 85h | ok  | 10.1 | Presence detected, Power Supply AC lost
                Status           | 86h | ok  | 10.2 |
                PSU3 Supply      | 87h | ns  | 10.3 | No Reading
                """);

        assertThat(heard.of("power-supply:h1/psu1"))
                .contains("power-supply:h1/psu1 detail=Status: Presence detected, Power Supply AC lost");
        assertThat(heard.of("power-supply:h1/psu2"))
                .containsExactly(
                        "power-supply:h1/psu2 detail=no supply is told to be there",
                        "power-supply:h1/psu2 name=psu2",
                        "power-supply:h1/psu2 part-of=host:h1");
        assertThat(heard.of("power-supply:h1/psu3")).hasSize(3).noneMatch(fact -> fact.contains("up="));
    }

    @Test
    void theFormInWhichNewerVersionsWriteTheUuidIsReadToo() {
        assertThat(
                        read(
                                "== sdr\n== guid\nSystem GUID   : 4E4969BA-ae89-36ea-8902-f2f37e43abf9\n"
                                        + "GUID Encoding : RFC4122 (WARNING: IPMI Specification violation!)\nGUID Version  : Name-based using MD5\n"
                                        + "== info\nManufacturer Name         : Unknown (0x1291)\nProduct Name              : Unknown (0xF02)\n"))
                .isEqualTo(new Heard(
                        List.of(
                                "bmc:h1/bmc hardware-uuid=4e4969ba-ae89-36ea-8902-f2f37e43abf9",
                                "bmc:h1/bmc name=bmc",
                                "bmc:h1/bmc part-of=host:h1",
                                "bmc:h1/bmc up=true"),
                        List.of("psu: no sensor answers")));
    }

    @Test
    void aBmcThatDoesNotAnswerIsUnknown() {
        assertThat(read("== sdr\n== guid\n== info\n"))
                .isEqualTo(new Heard(
                        List.of(), List.of("psu: no sensor answers", "psu: the BMC does not tell what it is")));
        assertThat(read("").facts()).isEmpty();
        assertThat(read("").unreadable()).hasSize(2);
    }

    @Test
    void aHostWithoutOneSaysNothing() {
        assertThat(Heard.of(new Board(), Map.of("psu", new Answer("psu", Answer.NO_SUCH_COMMAND, ""))))
                .isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void linesOfAnotherFormAreSaid() {
        assertThat(sensors("nonsense\nPS9999999999999 | 01h | ok | 10.1 | Presence detected\n")
                        .unreadable())
                .containsExactly("psu: of some sensors nothing is known");
    }
}
