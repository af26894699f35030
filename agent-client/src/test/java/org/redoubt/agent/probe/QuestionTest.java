package org.redoubt.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void theFirstRoundAsksEverything() {
        Question seldom = new Question("smart", "true", 6, 5);

        assertThat(seldom.asked(0)).isTrue();
        assertThat(seldom.asked(5)).isFalse();
        assertThat(seldom.asked(6)).isTrue();
        assertThat(new Question("date", "date", 1, 5).asked(7)).isTrue();
    }

    @Test
    void whatWouldBeNoWordOfTheProbesIsRefused() {
        for (String name : new String[] {"", "a b", "$(id)", "x;y", "a\nb", "-", "x".repeat(33)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Question(name, "true", 1, 5));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("a", "true\nfalse", 1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("a", "true", 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("a", "true", 1, 0));
    }
}
