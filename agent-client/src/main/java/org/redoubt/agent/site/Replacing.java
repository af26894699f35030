package org.redoubt.agent.site;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces files as a whole: a reader sees the old one or the new one, and so does whoever starts after a crash. What is no
 * file (a device such as /dev/null, a pipe) is written into: a file in its place would take it from everybody.
 */
final class Replacing {

    /** Writes what the file is to hold. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Replacing() {}

    /** Makes the directories above it if need be. */
    static void file(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
                content.write(out);
            }
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "." + file.getFileName(), ".new");
        try {
            try (FileOutputStream sheet = new FileOutputStream(written.toFile());
                    OutputStream out = new BufferedOutputStream(sheet, 1 << 16)) {
                content.write(out);
                out.flush();
                sheet.getFD().sync();
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
