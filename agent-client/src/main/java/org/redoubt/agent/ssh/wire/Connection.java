package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.util.Optional;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.userauth.method.AuthMethod;

/**
 * One SSH connection to a host that is who it should be. Opening it, and everything on it, is for one thread;
 * {@link #hangUp} is for any, at any time, and ends whatever that one waits for.
 */
public final class Connection implements AutoCloseable {

    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVES_MISSED = 3;

    private final Login login;
    private final int millis;
    private final Dialing dialing;
    private final Algorithms algorithms;
    private final SSHClient client;
    private final HostKeyCheck check;
    private volatile Optional<Connection> jump = Optional.empty();
    private volatile boolean hungUp;

    /**
     * Nothing is connected yet.
     *
     * @param millis how long each step of connecting and logging in may take
     * @throws WireFault when what is known of host keys cannot be read
     */
    public Connection(Login login, int millis) throws WireFault {
        this.login = login;
        this.millis = millis;
        Target first = login.jump().orElse(login.target());
        this.dialing = new Dialing(first, millis);
        KnownHosts known = KnownHosts.read(login.knownHosts());
        this.check = new HostKeyCheck(login.target(), known);
        this.algorithms = new Algorithms(known.signable(login.target()));
        this.client = new SSHClient(algorithms);
        client.addHostKeyVerifier(check);
        client.setConnectTimeout(millis);
        client.setTimeout(millis);
        client.getTransport().setTimeoutMs(millis);
        client.getConnection().setTimeoutMs(millis);
        KeepAlive alive = client.getConnection().getKeepAlive();
        alive.setKeepAliveInterval(KEEPALIVE_SECONDS);
        ((KeepAliveRunner) alive).setMaxAliveCount(KEEPALIVES_MISSED);
    }

    /** Connects, sees that it is the right host, and logs in. Called once. */
    public void open() throws WireFault {
        try {
            if (login.jump().isPresent()) {
                through(login.jump().get());
            } else {
                client.setSocketFactory(dialing);
                client.connect(login.target().host(), login.target().port());
            }
            algorithms.known();
            Authentication authentication = new Authentication(login.credentials());
            client.auth(login.target().user(), authentication.methods(client).toArray(AuthMethod[]::new));
        } catch (IOException | SSHRuntimeException | IllegalStateException failed) {
            close();
            throw check.refusal().orElseGet(() -> Faults.opening(login.target(), failed, hungUp));
        } catch (WireFault fault) {
            close();
            throw fault;
        }
    }

    private void through(Target gateway) throws IOException, WireFault {
        Login there = new Login(gateway, Optional.empty(), login.credentials(), login.knownHosts());
        Connection first = new Connection(there, millis);
        jump = Optional.of(first);
        if (hungUp) {
            throw new IOException("hung up");
        }
        first.open();
        client.connectVia(first.client.newDirectConnection(
                login.target().host(), login.target().port()));
    }

    /** The key that the host showed, where nothing is known of it. */
    public Optional<OfferedKey> offered() {
        return check.offered();
    }

    /** Whether it is still there, as far as this desk has heard. */
    public boolean alive() {
        return client.isConnected() && !hungUp;
    }

    /** Runs a command, as sshd does: by the shell of whoever is logged in. */
    public Execution run(String command) throws WireFault {
        try {
            Session session = client.startSession();
            return new Execution(session, session.exec(command));
        } catch (IOException | SSHRuntimeException | IllegalStateException failed) {
            throw Faults.talking(failed, hungUp);
        }
    }

    /** Ends it without a word to the host; whatever waits for it fails. Any thread; does not block. */
    public void hangUp() {
        hungUp = true;
        dialing.close();
        jump.ifPresent(Connection::hangUp);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException | SSHRuntimeException gone) {
            // it is
        } finally {
            dialing.close();
            jump.ifPresent(Connection::close);
        }
    }
}
