package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void whatMovesOrTurnsIsWrittenAsItsNumber() {
        assertThat(Visible.text("a\u001b[31m\u202eb\n", 99)).isEqualTo("a\\u001b[31m\\u202eb\\u000a");
        assertThat(Visible.text(Character.toString(0xe0001), 99)).isEqualTo("\\u{e0001}");
    }

    @Test
    void lettersOfAllScriptsStayAndWhatIsTooLongIsCut() {
        assertThat(Visible.text("日本語 Ωμέγα 🏰", 99)).isEqualTo("日本語 Ωμέγα 🏰");
        assertThat(Visible.text("🏰🏰🏰", 2)).isEqualTo("🏰🏰…");
        assertThat(Visible.text("", 0)).isEmpty();
    }

    @Property
    void nothingThatComesOutIsUnseen(@ForAll String hostile, @ForAll @IntRange(max = 50) int most) {
        assertThat(Visible.text(hostile, most).codePoints()).allMatch(Visible::is);
    }
}
