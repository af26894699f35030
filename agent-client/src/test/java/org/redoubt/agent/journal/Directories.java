package org.redoubt.agent.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Directories as values: taken, changed and put back by tests. */
final class Directories {

    /** Forces nothing, for tests that open a journal thousands of times and end no process. */
    static final Disk HASTY = new Disk() {
        @Override
        public Sheet open(Path file) throws IOException {
            Sheet sheet = new OsDisk().open(file);
            return new Sheet() {
                @Override
                public long size() throws IOException {
                    return sheet.size();
                }

                @Override
                public void write(long position, byte[] bytes) throws IOException {
                    sheet.write(position, bytes);
                }

                @Override
                public void cut(long size) throws IOException {
                    sheet.cut(size);
                }

                @Override
                public void force() {}

                @Override
                public void close() throws IOException {
                    sheet.close();
                }
            };
        }

        @Override
        public void forceNames(Path directory) {}
    };

    private Directories() {}

    static TreeMap<String, byte[]> take(Path directory) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(directory)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static Path put(TreeMap<String, byte[]> files, Path directory) throws IOException {
        clear(directory);
        Files.createDirectories(directory);
        files.forEach((name, bytes) -> {
            try {
                Files.write(directory.resolve(name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return directory;
    }

    static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> list = Files.list(directory)) {
                for (Path file : list.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
