package org.redoubt.agent.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {

    @TempDir
    Path folder;

    @Test
    void nothingStoredIsNothingAndNoError() throws IOException {
        assertThat(new FilePreferences(folder.resolve("settings")).load()).isEmpty();
    }

    @Test
    void whatIsStoredIsReadByTheNext() throws IOException {
        Path file = folder.resolve("deeper/settings");
        new FilePreferences(file).store("theme = light\n");
        new FilePreferences(file).store("theme = dark\nname = ü\n");
        assertThat(new FilePreferences(file).load()).contains("theme = dark\nname = ü\n");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeSettingsIsRefused() throws IOException {
        Path file = folder.resolve("settings");
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> new FilePreferences(file).load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new FilePreferences(inTheWay.resolve("settings")).store("x"))
                .isInstanceOf(IOException.class);
    }
}
