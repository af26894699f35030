package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names are hostile: whatever they hold, what is drawn of them is harmless and no wider than its room. */
class LetteringTest {

    @Property(tries = 500)
    void fitted_words_are_never_wider_than_their_room(
            @ForAll @StringLength(max = 300) String text, @ForAll @DoubleRange(min = 0, max = 500) double room) {
        for (boolean strong : new boolean[] {false, true}) {
            String fitted = Lettering.fitted(Lettering.harmless(text), room, 13, strong);
            assertThat(Lettering.width(fitted, 13, strong)).isLessThanOrEqualTo(room + 1e-9);
        }
    }

    @Property(tries = 500)
    void harmless_text_holds_nothing_that_acts(@ForAll @StringLength(max = 400) String text) {
        String safe = Lettering.harmless(text);

        assertThat(safe.codePointCount(0, safe.length())).isLessThanOrEqualTo(241);
        assertThat(safe.codePoints()).allMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
            default -> true;
        });
        assertThat(Lettering.harmless(safe)).isEqualTo(safe);
    }

    @Property(tries = 300)
    void wrapped_lines_are_never_wider_than_their_room(
            @ForAll @StringLength(max = 120) String text, @ForAll @DoubleRange(min = 20, max = 300) double room) {
        List<String> lines = Lettering.wrapped(Lettering.harmless(text), room, 12, true);

        assertThat(lines).isNotEmpty();
        assertThat(lines).allMatch(line -> Lettering.width(line, 12, true) <= room + 1e-9);
    }

    @Test
    void control_and_bidi_characters_become_visible_replacements() {
        assertThat(Lettering.harmless("a\u0007b\u202Ec\u2066d\u200Be\ttab\n"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDtab\uFFFD");
    }

    @Test
    void a_shell_line_is_only_words() {
        assertThat(Lettering.harmless("vm;reboot $(id)")).isEqualTo("vm;reboot $(id)");
    }

    @Test
    void lone_surrogates_do_not_survive_and_pairs_do() {
        assertThat(Lettering.harmless("x\uD83Dy")).isEqualTo("x\uFFFDy");
        assertThat(Lettering.harmless("x\uD83D\uDE80y")).isEqualTo("x\uD83D\uDE80y");
    }

    @Test
    void a_tower_of_combining_marks_is_flattened() {
        String tower = "z" + "\u0301".repeat(40);
        assertThat(Lettering.harmless(tower)).isEqualTo("z\u0301\u0301");
    }

    @Test
    void nobody_reads_more_than_240_letters() {
        assertThat(Lettering.harmless("n".repeat(5000))).hasSize(241).endsWith("…");
    }

    @Test
    void what_is_cut_says_so() {
        assertThat(Lettering.fitted("payroll-db", 50, 13, false)).endsWith("…").startsWith("pay");
        assertThat(Lettering.fitted("payroll-db", 500, 13, false)).isEqualTo("payroll-db");
        assertThat(Lettering.fitted("payroll-db", 3, 13, false)).isEmpty();
    }

    @Test
    void lines_break_between_words() {
        assertThat(Lettering.wrapped("fits, but erp-db is critical too", 130, 12, true))
                .containsExactly("fits, but erp-db is", "critical too");
    }

    @Test
    void wide_letters_are_counted_as_wide_and_marks_as_nothing() {
        assertThat(Lettering.width("日本", 10, false)).isGreaterThan(Lettering.width("ab", 10, false));
        assertThat(Lettering.width("e\u0301", 10, false)).isEqualTo(Lettering.width("e", 10, false));
        assertThat(Lettering.width("ab", 10, true)).isNotEqualTo(Lettering.width("ab", 10, false));
    }
}
