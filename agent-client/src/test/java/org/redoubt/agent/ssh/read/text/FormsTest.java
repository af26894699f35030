package org.redoubt.agent.ssh.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormsTest {

    @Test
    void linesAreNamesKeysAndValues() {
        Lines lines = Lines.parse(
                        "eth0 speed=10000\neth0 driver=\neth1 model=a b=c \nscsi_host/host0 state=running\nuuid=x\n")
                .orElseThrow();

        assertThat(lines.byName())
                .containsExactly(
                        Map.entry("eth0", Map.of("speed", "10000", "driver", "")),
                        Map.entry("eth1", Map.of("model", "a b=c")),
                        Map.entry("scsi_host/host0", Map.of("state", "running")),
                        Map.entry("", Map.of("uuid", "x")));
        assertThat(lines.strange()).isZero();
        assertThat(lines.in("scsi_host")).containsOnly(Map.entry("host0", Map.of("state", "running")));
        assertThat(lines.unnamed()).containsOnlyKeys("uuid");
        assertThat(lines.of("eth9")).isEmpty();
    }

    @Test
    void linesOfAnotherFormAreLeftOutAndCounted() {
        Lines lines = Lines.parse("""
                eth0 speed=1
                eth0 speed=2
                nothing
                =1
                 eth1 speed=1
                eth\u202e2 speed=1
                eth3 sp\u0007eed=1
                """).orElseThrow();

        assertThat(lines.byName()).containsOnly(Map.entry("eth0", Map.of("speed", "1")));
        assertThat(lines.strange()).isEqualTo(6);
    }

    @Test
    void aLineWithoutItsEndMayGoOn() {
        assertThat(Lines.parse("eth0 speed=1000")).isEmpty();
        assertThat(Lines.parse("").map(Lines::byName)).contains(Map.of());
        assertThat(Sections.parse("== bond0\nMII Sta")).isEmpty();
        assertThat(Sections.parse("== bond0")).isEmpty();
        assertThat(Sections.parse("").map(Sections::byName)).contains(Map.of());
    }

    @Test
    void sectionsAreTextsByName() {
        Sections sections = Sections.parse("== bond0\na\n\n==x\n== bond1\n== bond0\nb\n== \nc\n")
                .orElseThrow();

        assertThat(sections.byName()).containsExactly(Map.entry("bond0", "a\n\n==x\n"), Map.entry("bond1", ""));
        assertThat(sections.strange()).isEqualTo(2);
        assertThat(sections.text("bond0")).contains("a\n\n==x\n");
        assertThat(sections.text("bond1")).isEmpty();
        assertThat(sections.text("bond2")).isEmpty();
    }

    @Test
    void textBeforeTheFirstSectionIsNoAnswer() {
        assertThat(Sections.parse("cat: no such file\n== bond0\n")).isEmpty();
    }

    @Test
    void jsonIsAskedForWhatMayNotBeThere() {
        Json json = Json.parse("{\"a\":[{\"b\":\"c\"},2],\"n\":-1,\"big\":9223372036854775808,\"t\":true,\"e\":\"\"}")
                .orElseThrow();

        assertThat(json.object()).isTrue();
        assertThat(json.at("a").list()).isTrue();
        assertThat(json.at("a").items()).hasSize(2);
        assertThat(json.at("a").first().at("b").text()).contains("c");
        assertThat(json.at("a").first().at("b").says("c")).isTrue();
        assertThat(json.at("a").items().get(1).number()).contains(2L);
        assertThat(json.at("n").number()).isEmpty();
        assertThat(json.at("big").number()).isEmpty();
        assertThat(json.at("t").flag()).contains(true);
        assertThat(json.at("e").text()).isEmpty();
        assertThat(json.at("x").at("y").first().at("z").text()).isEmpty();
        assertThat(json.at("x").items()).isEmpty();
        assertThat(json.at("t").members()).isEmpty();
        assertThat(json.members().keySet()).containsExactly("a", "n", "big", "t", "e");
        assertThat(json.at("t").text()).isEmpty();
        assertThat(json.at("a").flag()).isEmpty();
    }

    @Test
    void whatIsNotOneWholeJsonTextIsNone() {
        for (String text : List.of(
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "nonsense",
                "[".repeat(100_000),
                "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                "[1e" + "9".repeat(200) + "]",
                "\"" + "x".repeat(100_000) + "\"")) {
            assertThat(Json.parse(text))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEmpty();
        }
    }

    @Test
    void namesAreWordsIdentitiesOrLabels() {
        assertThat(List.of("eth0", "bond0.100", "vm;reboot$(id)", "enp1s0f0np0@x"))
                .allMatch(Names::plain);
        assertThat(List.of("", ".", "..", "a b", "a/b", "ä", "a\u0000", "x".repeat(65)))
                .noneMatch(Names::plain);
        assertThat(Names.identity(" 00:1b:21 ")).contains("00:1b:21");
        assertThat(Names.identity("a\u202eb")).isEmpty();
        assertThat(Names.identity("x".repeat(201))).isEmpty();
        assertThat(Names.identity(" ")).isEmpty();
        assertThat(Names.label("sw\u0007\u202ea\ud800")).contains("sw\\u0007\\u202ea\\ud800");
        assertThat(Names.label("x".repeat(10_000)).orElseThrow()).hasSize(121).endsWith("…");
        assertThat(Names.label(" \n")).isEmpty();
        assertThat(Names.number("0123")).contains(123L);
        assertThat(Names.number("1".repeat(19))).isEmpty();
        assertThat(Names.number("-1")).isEmpty();
        assertThat(Names.number("١")).isEmpty();
    }

    @Test
    void functionsOfASlotAreOfOneCard() {
        assertThat(PciSlot.of("0000:3b:00.1")).contains(new PciSlot("0000:3b:00", 1));
        assertThat(PciSlot.of("10000:01:1f.0").map(PciSlot::address)).contains("10000:01:1f.0");
        for (String text :
                List.of("", "0000:3b:00", "3b:00.0", "0000:3b:20.0", "0000:3b:00.8", "0000:3B:00.0", "usb1")) {
            assertThat(PciSlot.of(text)).as(text).isEmpty();
        }
    }
}
