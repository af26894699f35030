package org.redoubt.views.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyTest {

    private static List<String> best(String query, String... names) {
        return Stream.of(names)
                .filter(name -> Fuzzy.score(query, name).isPresent())
                .sorted(Comparator.comparingInt(
                        (String name) -> -Fuzzy.score(query, name).getAsInt()))
                .toList();
    }

    @Test
    void exactThenLeadingThenWithin() {
        assertThat(best("web", "web-1", "web", "old-web", "db")).containsExactly("web", "web-1", "old-web");
    }

    @Test
    void theFirstLettersOfWordsFind() {
        assertThat(best("pdb", "payroll-db", "paddock", "cache"))
                .startsWith("payroll-db")
                .doesNotContain("cache");
    }

    @Test
    void lettersInAnotherOrderFindNothing() {
        assertThat(Fuzzy.score("bdp", "payroll-db")).isEmpty();
    }

    @Test
    void aNameOfAnyLengthIsScoredInItsBeginning() {
        assertThat(Fuzzy.score("zz", "a".repeat(100_000) + "zz")).isEmpty();
        assertThat(Fuzzy.score("aa", "a".repeat(100_000))).isPresent();
    }

    @Property
    void everyNameIsFoundByItselfAndByItsBeginning(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        assertThat(Fuzzy.score(lower, lower)).isPresent();
        assertThat(Fuzzy.score(lower.substring(0, 1), lower)).isPresent();
    }
}
