package org.redoubt.agent.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.JournalException;

/**
 * One desk at a time writes a journal. The operating system's lock is the truth, and ends with the process; who holds
 * it stands in a second file, for people: closing a file that is locked would give the lock up, even if it was only
 * opened to be read.
 */
final class DeskLock implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String HOLDER = "holder";

    private final RandomAccessFile file;
    private final FileLock lock;
    private final Path holder;

    private DeskLock(RandomAccessFile file, FileLock lock, Path holder) {
        this.file = file;
        this.lock = lock;
        this.holder = holder;
    }

    /**
     * Takes the journal for this desk.
     *
     * @throws JournalException when another desk has it, naming that desk
     */
    static DeskLock take(Path directory, Desk desk) throws JournalException {
        Path holder = directory.resolve(HOLDER);
        try {
            if (read(holder).startsWith(process())) {
                throw held(directory, holder, null);
            }
            RandomAccessFile file = new RandomAccessFile(directory.resolve(LOCK).toFile(), "rw");
            FileLock lock = lock(file, directory, holder);
            Files.writeString(holder, process() + plain(desk.operator()) + " at desk " + plain(desk.id()));
            return new DeskLock(file, lock, holder);
        } catch (IOException e) {
            throw new JournalException(
                    "The journal in " + directory + " cannot be locked: " + e.getMessage()
                            + ". Check that the directory can be written to, or choose another one.",
                    e);
        }
    }

    private static FileLock lock(RandomAccessFile file, Path directory, Path holder)
            throws IOException, JournalException {
        FileLock lock = null;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException here) {
            throw held(directory, holder, here);
        } finally {
            if (lock == null) {
                file.close();
            }
        }
        if (lock == null) {
            throw held(directory, holder, null);
        }
        return lock;
    }

    private static JournalException held(Path directory, Path holder, Exception cause) {
        String who;
        try {
            who = read(holder);
        } catch (IOException unreadable) {
            who = "";
        }
        return new JournalException(
                "The journal in " + directory + " is being written by " + (who.isEmpty() ? "another desk" : who)
                        + ". Close that console first, or start this one with another journal directory.",
                cause);
    }

    private static String read(Path holder) throws IOException {
        if (!Files.isRegularFile(holder)) {
            return "";
        }
        try (var in = Files.newInputStream(holder)) {
            return plain(new String(in.readNBytes(1000), StandardCharsets.UTF_8));
        }
    }

    /** This very process: a process id comes back after a restart, with the moment it began it does not. */
    private static String process() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info().startInstant().map(at -> " begun " + at).orElse("") + ", ";
    }

    private static String plain(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(holder);
        lock.release();
        file.close();
    }
}
