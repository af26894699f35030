package org.redoubt.agent.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;

/** An SSH server of this process, on this machine's loopback alone, and the files of somebody who may log in there. */
public final class TestServer implements AutoCloseable {

    public static final KeyPair OPERATOR = ecdsa();

    private final SshServer server = SshServer.setUpDefaultServer();
    private final List<String> commands = new ArrayList<>();
    private final KeyPair hostKey;

    /** It begins to listen. */
    public TestServer(KeyPair hostKey, Optional<OpenSshCertificate> certificate, String shell) {
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        certificate.ifPresent(signed -> server.setHostKeyCertificateProvider(session -> List.of(signed)));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("root") && KeyUtils.compareKeys(key, OPERATOR.getPublic()));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setCommandFactory((channel, command) -> {
            synchronized (commands) {
                commands.add(command);
            }
            return new ShellCommand(shell, command);
        });
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public TestServer() {
        this(ecdsa(), Optional.empty(), "/bin/sh");
    }

    public SshServer server() {
        return server;
    }

    public int port() {
        return server.getPort();
    }

    /** What it was asked to run. */
    public List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    /** The line by which a known_hosts file knows it. */
    public String known() {
        return "[127.0.0.1]:" + port() + " " + line(hostKey.getPublic());
    }

    /** A public key as files have it. */
    public static String line(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    public static KeyPair ecdsa() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the operator's private key as ssh-keygen does, without a passphrase, and its public half beside it. */
    public static Path operatorKey(Path folder) {
        Path file = folder.resolve("id_ecdsa");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(OPERATOR, "operator", null, out);
            Files.writeString(folder.resolve("id_ecdsa.pub"), line(OPERATOR.getPublic()) + " operator\n");
            return file;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
