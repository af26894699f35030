package org.redoubt.agent.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.redoubt.agent.probe.Shell;
import org.redoubt.agent.ssh.wire.Connection;
import org.redoubt.agent.ssh.wire.Execution;
import org.redoubt.agent.ssh.wire.WireFault;

/**
 * Runs single commands on a host, each over a connection of its own: what acts neither waits for the probe nor delays it.
 * A host whose key is unknown, changed or revoked is told nothing.
 */
final class SshShell implements Shell {

    /** More than any cluster's configuration and state together. */
    private static final int MOST = 16 << 20;

    private static final int BUFFER = 1 << 15;

    private final SshHost host;
    private final SshPace pace;
    private final ScheduledExecutorService ticker;

    SshShell(SshHost host, SshPace pace, ScheduledExecutorService ticker) {
        this.host = host;
        this.pace = pace;
        this.ticker = ticker;
    }

    @Override
    public Said run(String command, int seconds) {
        try (Connection connection = new Connection(host.login(), pace.connect())) {
            ScheduledFuture<?> hangUp = ticker.schedule(
                    connection::hangUp, 3L * pace.connect() + seconds * 1_000L + pace.grace(), TimeUnit.MILLISECONDS);
            try {
                connection.open();
                return told(connection, command, seconds);
            } finally {
                hangUp.cancel(false);
            }
        } catch (WireFault fault) {
            return new Said.NotBegun(SshVerdict.of(fault).detail());
        } catch (RejectedExecutionException closed) {
            return new Said.NotBegun("the console is closing");
        }
    }

    private Said told(Connection connection, String command, int seconds) {
        try (Execution run = connection.run(wrapped(command, seconds))) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = run.read(buffer); count >= 0; count = run.read(buffer)) {
                text.write(buffer, 0, count);
                if (text.size() > MOST) {
                    return new Said.Lost("its answer has no end");
                }
            }
            OptionalInt exit = run.exit(pace.connect());
            return exit.isEmpty()
                    ? new Said.Lost("the host did not say how it ended")
                    : new Said.Ended(exit.getAsInt(), text.toString(StandardCharsets.UTF_8));
        } catch (WireFault fault) {
            return new Said.Lost(SshVerdict.lost(fault).detail());
        }
    }

    static String wrapped(String command, int seconds) {
        return "sh -c "
                + Script.quoted("LC_ALL=C; PATH=/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH;"
                        + " unset LANGUAGE ENV BASH_ENV IFS; exec timeout -k 1 " + seconds + " sh -c "
                        + Script.quoted(command) + " </dev/null");
    }
}
