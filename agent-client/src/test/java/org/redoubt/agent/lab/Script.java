package org.redoubt.agent.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a script of the lab ended: its exit code and what it printed. */
record Script(List<String> command, int code, String out, String err) {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** The command that does something to a host. */
    static List<String> onHost(Path scripts, String host, String action, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scripts.resolve("host").toString(), host, action));
        command.addAll(List.of(arguments));
        return command;
    }

    String orFail() {
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + err + out);
        }
        return out;
    }

    /** Output goes through files: daemons that a script leaves behind may hold on to it, and a pipe would wait for them. */
    static Script run(List<String> command) {
        try {
            Path out = Files.createTempFile("lab", ".out");
            Path err = Files.createTempFile("lab", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(String.join(" ", command) + " did not end: " + read(err));
                }
                return new Script(command, process.exitValue(), read(out), read(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + String.join(" ", command), e);
        }
    }

    /** Bytes that are no text (a console may hold anything) become replacement characters. */
    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
