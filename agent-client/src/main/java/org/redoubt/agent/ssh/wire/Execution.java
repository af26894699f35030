package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A command that runs on a host. One thread. */
public final class Execution implements AutoCloseable {

    private final Session session;
    private final Session.Command command;

    Execution(Session session, Session.Command command) {
        this.session = session;
        this.command = command;
    }

    /** Gives it something on its standard input. */
    public void write(String text) throws WireFault {
        try {
            OutputStream input = command.getOutputStream();
            input.write(text.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException | SSHRuntimeException failed) {
            throw Faults.talking(failed, false);
        }
    }

    /** Waits for more of its standard output; how much came, -1 at its end. */
    public int read(byte[] into) throws WireFault {
        try {
            return command.getInputStream().read(into);
        } catch (IOException | SSHRuntimeException failed) {
            throw Faults.talking(failed, false);
        }
    }

    /** How it ended, once all of its output was read; empty where nobody told. */
    public OptionalInt exit(int millis) throws WireFault {
        try {
            command.join(millis, TimeUnit.MILLISECONDS);
            Integer status = command.getExitStatus();
            return status == null ? OptionalInt.empty() : OptionalInt.of(status);
        } catch (IOException | SSHRuntimeException failed) {
            throw Faults.talking(failed, false);
        }
    }

    /** Ends it, whether or not it has come to its end: what it would still write is not wanted. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException | SSHRuntimeException gone) {
            // it is
        }
    }
}
