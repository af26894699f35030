package org.redoubt.views.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void whatAShellWouldRunIsShownAsItIs() {
        assertThat(Shown.text("vm;reboot $(id)")).isEqualTo("vm;reboot $(id)");
    }

    @Test
    void whatMovesTheCursorIsWrittenOut() {
        assertThat(Shown.text("a\u001b[2Jb\nc\td\u007f")).isEqualTo("a␛[2Jb␊c␉d␡");
    }

    @Test
    void whatReordersOrHidesIsWrittenOut() {
        assertThat(Shown.text("safe\u202Egnp.exe")).isEqualTo("safe‹U+202E›gnp.exe");
        assertThat(Shown.text("a\u200bb\ufeffc\u2066d\u2028e")).isEqualTo("a‹U+200B›b‹U+FEFF›c‹U+2066›d‹U+2028›e");
        assertThat(Shown.text("half \ud83d")).isEqualTo("half ‹U+D83D›");
    }

    @Test
    void otherScriptsAndPicturesStayWhatTheyAre() {
        assertThat(Shown.text("Löhne 給与 🚀 Ωμέγα")).isEqualTo("Löhne 給与 🚀 Ωμέγα");
    }

    @Test
    void aLongNameKeepsItsEnds() {
        assertThat(Shown.text("x".repeat(200) + "-end", 30))
                .hasSize(30)
                .startsWith("xxxx")
                .endsWith("-end")
                .contains("…");
    }

    @Property
    void neverLongerThanAskedAndNeverTornApart(@ForAll String raw, @ForAll @IntRange(min = 3, max = 64) int most) {
        String shown = Shown.text(raw, most);
        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(most);
        assertThat(shown.codePoints()).noneMatch(Character::isISOControl);
        assertThat(shown.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
