package org.redoubt.agent.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.redoubt.agent.port.Preferences;

/** Preferences in a file of their own, replaced whole: whoever reads it finds the old text or the new one. */
public final class FilePreferences implements Preferences {

    /** What is longer than this was not written by us, and is not read. */
    private static final long LONGEST = 1 << 20;

    private final Path file;

    public FilePreferences(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public Optional<String> load() throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + " is too long to be settings");
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void store(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try {
            Files.writeString(written, text, StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
