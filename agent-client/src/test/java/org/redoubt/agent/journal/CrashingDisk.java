package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A disk that stops at its n-th call, and keeps what a crash at that moment may keep. After the crash every call fails,
 * as if the process were gone; without one the disk merely fails once, as a full one does.
 */
final class CrashingDisk implements Disk {

    /** What is left of what was written and not forced. */
    enum Loss {
        /** The process was killed: whatever was written is there, the last call was not made. */
        KILLED,
        /** The process was killed in the middle of its last write. */
        KILLED_HALFWAY,
        /** The machine lost power: nothing is there but what was forced. */
        POWER,
        /** The machine lost power: of each file the new length is there, and no new content. */
        POWER_WITH_ZEROS,
        /** Nothing crashes: the call fails, half done, and the next ones succeed. */
        FULL
    }

    private final int stopAt;
    private final Loss loss;
    private final Map<Path, byte[]> forced = new HashMap<>();
    private final Set<Path> unnamed = new HashSet<>();
    private int calls;
    private boolean stopped;

    CrashingDisk(int stopAt, Loss loss) {
        this.stopAt = stopAt;
        this.loss = loss;
    }

    int calls() {
        return calls;
    }

    boolean stopped() {
        return stopped;
    }

    private boolean stops() throws IOException {
        if (stopped && loss != Loss.FULL) {
            throw new IOException("crashed before");
        }
        calls++;
        if (calls != stopAt) {
            return false;
        }
        stopped = true;
        return true;
    }

    private void stop() throws IOException {
        for (Map.Entry<Path, byte[]> file : forced.entrySet()) {
            if (loss == Loss.POWER && unnamed.contains(file.getKey())) {
                Files.deleteIfExists(file.getKey());
            } else if (loss == Loss.POWER) {
                Files.write(file.getKey(), file.getValue());
            } else if (loss == Loss.POWER_WITH_ZEROS) {
                int length = (int) Files.size(file.getKey());
                Files.write(file.getKey(), Arrays.copyOf(file.getValue(), Math.max(length, file.getValue().length)));
            }
        }
        throw new IOException("No space left on device");
    }

    @Override
    public Sheet open(Path file) throws IOException {
        if (stops()) {
            stop();
        }
        if (Files.notExists(file)) {
            unnamed.add(file);
        }
        Sheet sheet = new OsDisk().open(file);
        forced.putIfAbsent(file, Files.readAllBytes(file));
        return new CrashingSheet(file, sheet);
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        if (stops()) {
            stop();
        }
        unnamed.clear();
    }

    private final class CrashingSheet implements Sheet {
        private final Path file;
        private final Sheet sheet;

        CrashingSheet(Path file, Sheet sheet) {
            this.file = file;
            this.sheet = sheet;
        }

        @Override
        public long size() throws IOException {
            return sheet.size();
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            if (stops()) {
                if (loss != Loss.KILLED) {
                    sheet.write(position, Arrays.copyOf(bytes, bytes.length / 2));
                }
                stop();
            }
            sheet.write(position, bytes);
        }

        @Override
        public void cut(long size) throws IOException {
            if (stops()) {
                stop();
            }
            sheet.cut(size);
        }

        @Override
        public void force() throws IOException {
            if (stops()) {
                stop();
            }
            forced.put(file, Files.readAllBytes(file));
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }
    }
}
