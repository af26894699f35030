package org.redoubt.agent.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.ssh.TestServer;

class KeyringTest {

    @TempDir
    Path folder;

    /** Answers one question with these bytes, or with nothing. */
    private Path agent(byte[] answer) throws IOException {
        Path socket = folder.resolve("agent");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(() -> {
            try (server;
                    SocketChannel caller = server.accept()) {
                caller.read(ByteBuffer.allocate(1000));
                caller.write(ByteBuffer.wrap(answer));
                if (answer.length == 0) {
                    caller.read(ByteBuffer.allocate(1)); // until the caller gives up
                }
            } catch (IOException over) {
                // the test is
            }
        });
        return socket;
    }

    @Test
    void theKeysThatItHoldsAreListed() throws IOException {
        byte[] answer = {0, 0, 0, 20, 12, 0, 0, 0, 1, 0, 0, 0, 3, 7, 8, 9, 0, 0, 0, 4, 'n', 'a', 'm', 'e'};

        assertThat(new Keyring(agent(answer), 5_000).keys()).containsExactly(new byte[] {7, 8, 9});
    }

    @Test
    void oneThatRefusesLiesOrIsSilentIsAnError() throws IOException {
        for (byte[] answer : new byte[][] {
            {0, 0, 0, 1, 5},
            {0, 0, 0, 1, 12},
            {0, 0, 0, 9, 12, 0, 0, 0, 1, 127, 0, 0, 0},
            {0, 0, 0, 0},
            {127, 0, 0, 0},
            {0, 0}
        }) {
            Files.deleteIfExists(folder.resolve("agent"));
            Keyring keyring = new Keyring(agent(answer), 5_000);
            assertThatIOException().isThrownBy(keyring::keys);
        }
        Files.deleteIfExists(folder.resolve("agent"));
        Keyring silent = new Keyring(agent(new byte[0]), 100);
        assertThatIOException().isThrownBy(silent::keys).withMessageContaining("does not answer");
        assertThatIOException().isThrownBy(new Keyring(folder.resolve("none"), 100)::keys);
    }

    /** The real thing: a key with a passphrase that only the agent can use. */
    @Test
    void aHostIsLoggedInToWithAKeyThatOnlyTheAgentHas() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/ssh-agent")), "no ssh-agent on this machine");
        Path key = TestServer.operatorKey(folder);
        Path socket = folder.resolve("real");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
        try (TestServer server = new TestServer()) {
            while (!Files.exists(socket) && agent.isAlive()) {
                Thread.onSpinWait();
            }
            Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(add.redirectErrorStream(true)
                            .redirectOutput(folder.resolve("add.log").toFile())
                            .start()
                            .waitFor())
                    .isZero();
            Files.delete(key);
            Path known = Files.writeString(folder.resolve("known"), server.known());
            Target target = new Target("root", "127.0.0.1", server.port());

            for (Optional<Path> meant : List.of(Optional.<Path>empty(), Optional.of(key))) {
                Credentials held = new Credentials(meant, List.of(), Optional.of(socket));
                try (Connection connection =
                        new Connection(new Login(target, Optional.empty(), held, List.of(known)), 10_000)) {
                    connection.open();
                    assertThat(connection.alive()).isTrue();
                }
            }
            Credentials another =
                    new Credentials(Optional.of(folder.resolve("another")), List.of(), Optional.of(socket));
            try (Connection connection =
                    new Connection(new Login(target, Optional.empty(), another, List.of(known)), 10_000)) {
                assertThat(catchThrowableOfType(WireFault.class, connection::open)
                                .kind())
                        .as("a key that is not the one that is meant is not shown")
                        .isEqualTo(WireFault.Kind.NO_KEY);
            }
        } finally {
            agent.destroy();
            agent.waitFor(5, TimeUnit.SECONDS);
        }
    }
}
