package org.redoubt.views.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Questions are answered one at a time, the newest only, and on the toolkit's thread. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AsideTest {

    private final Deque<Runnable> beside = new ArrayDeque<>();
    private final List<String> answers = new ArrayList<>();
    private Aside<Integer, Integer> aside;

    @Start
    void start(Stage stage) {
        aside = new Aside<>(beside::add, question -> 100 / question, (question, answer) -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            answers.add(question + ": " + answer);
        });
    }

    private void run() {
        beside.removeFirst().run();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void while_one_is_answered_only_the_newest_waits(FxRobot robot) {
        robot.interact(() -> {
            aside.ask(1);
            aside.ask(2);
            aside.ask(4);
        });
        assertThat(beside).hasSize(1);
        run();
        run();

        assertThat(answers).containsExactly("1: 100", "4: 25");
        assertThat(beside).isEmpty();
        assertThat(aside.busy()).isFalse();
    }

    @Test
    void a_question_that_cannot_be_answered_keeps_no_other_waiting(FxRobot robot) {
        robot.interact(() -> aside.ask(0));
        robot.interact(() -> aside.ask(5));
        try {
            run();
        } catch (ArithmeticException expected) {
            assertThat(answers).isEmpty();
        }
        WaitForAsyncUtils.waitForFxEvents();
        run();

        assertThat(answers).containsExactly("5: 20");
    }
}
