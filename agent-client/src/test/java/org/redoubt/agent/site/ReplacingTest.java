package org.redoubt.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacingTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedWhollyOrNotAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatIOException()
                .isThrownBy(() -> Replacing.file(file, out -> {
                    out.write(NEW);
                    throw new IOException("no space");
                }));
        assertThat(file).hasContent("old");

        Replacing.file(file, out -> out.write(NEW));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    /** A pipe stands for every device: put to the test on /dev/null, a failure would take that from the whole machine. */
    @Test
    void whatIsNoFileStaysWhatItIsAndIsWrittenInto() throws Exception {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo on this machine");
        CompletableFuture<String> read = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                read.complete(Files.readString(pipe));
            } catch (IOException failed) {
                read.completeExceptionally(failed);
            }
        });

        Replacing.file(pipe, out -> out.write(NEW));

        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("new");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }
}
