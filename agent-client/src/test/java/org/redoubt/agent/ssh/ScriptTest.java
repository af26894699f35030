package org.redoubt.agent.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Question;

/** The probe as real shells run it. */
class ScriptTest {

    private static final String NUMBER = "0123456789abcdef0123456789abcdef";

    @TempDir
    private static Path folder;

    static Stream<String> shells() {
        return Stream.of("/bin/sh", "/bin/bash", "/bin/dash", "/bin/busybox")
                .filter(shell -> Files.exists(Path.of(shell)));
    }

    private static Frames run(String shell, List<Question> known, List<Question> asked, String number) {
        try {
            Path input = Files.writeString(folder.resolve("input"), Script.line(number, asked));
            Path output = folder.resolve("output");
            List<String> command = shell.endsWith("busybox")
                    ? List.of(shell, "sh", "-c", new Script(known).command())
                    : List.of(shell, "-c", new Script(known).command());
            int exit = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
            Frames frames = new Frames(number);
            byte[] bytes = Files.readAllBytes(output);
            frames.take(bytes, bytes.length);
            return frames;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, Answer> answers(Frames frames) {
        return frames.answers().stream().collect(Collectors.toMap(Answer::question, Function.identity()));
    }

    private static Question question(String name, String script) {
        return new Question(name, script, 1, 5);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void whatIsAskedIsAnsweredWithItsExitCode(String shell) {
        List<Question> known = List.of(
                question("plain", "printf 'a\\nb'"),
                question("quoted", "echo \"it's\" '$HOME' \\\\ \"`echo x`\""),
                question("failing", "echo half; exit 3"),
                question("missing", "no-such-command-anywhere"),
                new Question("slow", "echo begun; sleep 30", 1, 1),
                question("env", "echo $LC_ALL $PATH; cat; echo lost >&2"),
                question("not-asked", "echo no"));
        Frames frames = run(shell, known, known.subList(0, 6), NUMBER);

        assertThat(frames.whole()).isTrue();
        assertThat(frames.cpuMillis()).isPresent();
        assertThat(frames.answers())
                .containsExactly(
                        new Answer("plain", 0, "a\nb"),
                        new Answer("quoted", 0, "it's $HOME \\ x\n"),
                        new Answer("failing", 3, "half\n"),
                        new Answer("missing", Answer.NO_SUCH_COMMAND, ""),
                        new Answer("slow", frames.answers().get(4).exit(), "begun\n"),
                        new Answer("env", 0, "C /usr/sbin:/usr/bin:/sbin:/bin\n"));
        assertThat(frames.answers().get(4).exit()).isIn(Answer.TIMED_OUT, 143);
    }

    @Test
    void aNumberThatNobodyKnowsCannotBeForged() {
        List<Question> known = List.of(
                question(
                        "liar",
                        "printf '\\n%s plain 0\\n' " + "f".repeat(32) + "; cat /proc/self/cmdline /proc/$PPID/environ"),
                question("plain", "echo true"));
        Frames frames = run("/bin/sh", known, known, NUMBER);

        assertThat(frames.answers()).hasSize(2);
        assertThat(answers(frames).get("plain").text()).isEqualTo("true\n");
        assertThat(answers(frames).get("liar").text()).doesNotContain(NUMBER);
    }

    @Test
    void everyQuestionOfTheTableIsUnderstoodByTheShell() {
        List<Question> all = Questions.all();
        Frames frames = run("/bin/sh", all, all, NUMBER);

        assertThat(frames.whole()).isTrue();
        assertThat(frames.answers())
                .extracting(Answer::question)
                .containsExactlyElementsOf(all.stream().map(Question::name).toList());
        assertThat(frames.answers())
                .as("2 is what a shell says to what it cannot parse")
                .filteredOn(answer -> !answer.question().equals("quorum"))
                .noneMatch(answer -> answer.exit() == 2);
        Map<String, Answer> answers = answers(frames);
        assertThat(answers.get("date").text()).matches("[0-9]+\\.[0-9]{9}\n");
        assertThat(answers.get("uname").text()).startsWith("Linux ");
        assertThat(answers.get("uptime").text().lines()).hasSize(2);
        assertThat(answers.get("bond").exit()).isZero();
        assertThat(answers.get("net-sysfs").text().lines())
                .allMatch(line -> line.matches("[^ ]+ (pci|driver|operstate|carrier|speed|vf)=.*"));
        assertThat(answers.get("lock").text().lines().findFirst().orElse(""))
                .isIn("qemu.conf=read", "qemu.conf=absent", "qemu.conf=unreadable");
    }

    @Property(tries = 50)
    void anyTextIsOneWord(@ForAll String text) throws IOException, InterruptedException {
        String plain = text.replace("\0", "").replaceAll("[\\ud800-\\udfff]", "");
        Path script = Files.writeString(
                Files.createTempFile("word", ".sh"), "printf %s " + Script.quoted(plain), StandardCharsets.UTF_8);
        Path output = Files.createTempFile("word", ".out");
        try {
            new ProcessBuilder("/bin/sh", script.toString())
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            assertThat(Files.readString(output, StandardCharsets.UTF_8)).isEqualTo(plain);
        } finally {
            Files.delete(script);
            Files.delete(output);
        }
    }
}
