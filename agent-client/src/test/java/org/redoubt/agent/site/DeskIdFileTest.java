package org.redoubt.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskIdFileTest {

    @TempDir
    Path temporary;

    @Test
    void aDeskKeepsItsId() throws IOException {
        Path file = temporary.resolve("state/desk-id");
        String id = DeskIdFile.read(file, new Random(1));
        assertThat(id).matches("[a-z0-9][a-z0-9._-]*-[0-9a-f]{6}");
        assertThat(DeskIdFile.read(file, new Random(2))).isEqualTo(id);
        assertThat(DeskIdFile.read(temporary.resolve("other"), new Random(2))).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two words", "\u202e", "../x", "UPPER"})
    void anIdThatCannotBeUsedIsMadeAgain(String kept) throws IOException {
        Path file = Files.writeString(temporary.resolve("desk-id"), kept);
        String id = DeskIdFile.read(file, new Random(1));
        assertThat(id).matches("[a-z0-9][a-z0-9._-]*-[0-9a-f]{6}");
        assertThat(DeskIdFile.read(file, new Random(3))).isEqualTo(id);
    }

    @Test
    void anIdThatAnOperatorChoseIsKept() throws IOException {
        Path file = Files.writeString(temporary.resolve("desk-id"), "night-shift-2\n");
        assertThat(DeskIdFile.read(file, new Random(1))).isEqualTo("night-shift-2");
    }
}
