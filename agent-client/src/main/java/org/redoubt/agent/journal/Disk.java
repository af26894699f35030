package org.redoubt.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the journal asks of a disk: few enough calls that a test can stop after each of them, and lose whatever was not
 * forced. Everything is a plain blocking call: an interrupt of the calling thread breaks none of them, for a journal
 * that an interrupt could close would fail the very actions that are being cancelled.
 */
interface Disk {

    /** A file that is written in place or at its end. */
    interface Sheet extends Closeable {

        long size() throws IOException;

        /** Writes all of {@code bytes}, beginning at {@code position}. */
        void write(long position, byte[] bytes) throws IOException;

        /** Cuts off whatever lies beyond {@code size}. */
        void cut(long size) throws IOException;

        /** Returns when all that was written survives a crash of the machine (fsync). */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Opens a file for writing, readable by its owner alone if it has to be made. */
    Sheet open(Path file) throws IOException;

    /** Returns when the names of the files in {@code directory} survive a crash of the machine. */
    void forceNames(Path directory) throws IOException;
}
