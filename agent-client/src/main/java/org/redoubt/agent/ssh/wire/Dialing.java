package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Connects to every address that a name has, one after the other, and can be hung up on from any thread. */
final class Dialing extends SocketFactory implements AutoCloseable {

    private final Target target;
    private final int millis;
    private volatile Socket socket;
    private volatile boolean closed;

    Dialing(Target target, int millis) {
        this.target = target;
        this.millis = millis;
    }

    @Override
    public Socket createSocket() throws IOException {
        IOException failed = null;
        for (InetAddress address : InetAddress.getAllByName(target.host())) {
            try {
                return dial(address);
            } catch (IOException refused) {
                failed = failed == null ? refused : failed;
            }
        }
        throw failed == null ? new IOException("no address") : failed;
    }

    private Socket dial(InetAddress address) throws IOException {
        Socket dialled = new Socket();
        socket = dialled;
        try {
            if (closed) {
                throw new IOException("hung up");
            }
            dialled.connect(new InetSocketAddress(address, target.port()), millis);
            dialled.setTcpNoDelay(true);
            return dialled;
        } catch (IOException failed) {
            dialled.close();
            throw failed;
        }
    }

    /** Hangs up without a word; whoever waits for it hears so. */
    @Override
    public void close() {
        closed = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                // it is
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }
}
