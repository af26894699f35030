package org.redoubt.agent.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.server.ServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.ssh.TestServer;
import org.redoubt.agent.ssh.wire.WireFault.Kind;

/** Logging in, and every way in which it must not succeed. */
class ConnectionTest {

    private static final int MILLIS = 10_000;

    @TempDir
    Path folder;

    private Login login(TestServer server, String knownHosts) throws IOException {
        return login(new Target("root", "127.0.0.1", server.port()), Optional.empty(), knownHosts);
    }

    private Login login(Target target, Optional<Target> jump, String knownHosts) throws IOException {
        Path known = Files.writeString(folder.resolve("known_hosts"), knownHosts);
        Path key = TestServer.operatorKey(folder);
        return new Login(target, jump, new Credentials(Optional.of(key), List.of(), Optional.empty()), List.of(known));
    }

    private static String hello(Login login) throws WireFault {
        try (Connection connection = new Connection(login, MILLIS)) {
            connection.open();
            assertThat(connection.alive()).isTrue();
            try (Execution run = connection.run("read -r line; echo \"heard $line\"")) {
                run.write("hello\n");
                byte[] buffer = new byte[1000];
                StringBuilder all = new StringBuilder();
                for (int count = run.read(buffer); count >= 0; count = run.read(buffer)) {
                    all.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
                return all.toString();
            }
        }
    }

    private static WireFault refused(Login login) {
        WireFault fault = catchThrowableOfType(WireFault.class, () -> hello(login));
        assertThat(fault).as("a connection that must not come about").isNotNull();
        return fault;
    }

    @Test
    void aHostWhoseKeyIsKnownRunsACommand() throws Exception {
        try (TestServer server = new TestServer()) {
            assertThat(hello(login(server, "# mine\n\n" + server.known() + " node-1\n")))
                    .isEqualTo("heard hello\n");
        }
    }

    @Test
    void anUnknownKeyIsRefusedAndItsFingerprintIsTold() throws Exception {
        try (TestServer server = new TestServer()) {
            Login login = login(server, "");
            try (Connection connection = new Connection(login, MILLIS)) {
                WireFault fault = catchThrowableOfType(WireFault.class, connection::open);
                assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_KEY);
                OfferedKey offered = connection.offered().orElseThrow();
                assertThat(fault).hasMessageContaining(offered.fingerprint());
                assertThat(offered.fingerprint()).startsWith("SHA256:").doesNotEndWith("=");
                assertThat(offered.line()).isEqualTo(server.known());
            }
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void aKeyOfAnotherPortIsAnotherKey() throws Exception {
        try (TestServer server = new TestServer()) {
            String line = server.known();
            assertThat(refused(login(server, line.replace("[127.0.0.1]:" + server.port(), "127.0.0.1")))
                            .kind())
                    .isEqualTo(Kind.UNKNOWN_KEY);
        }
    }

    @Test
    void aChangedKeyIsRefused() throws Exception {
        try (TestServer server = new TestServer()) {
            String other = "[127.0.0.1]:" + server.port() + " "
                    + TestServer.line(TestServer.ecdsa().getPublic());
            assertThat(refused(login(server, other)).kind()).isEqualTo(Kind.CHANGED_KEY);
        }
    }

    @Test
    void aRevokedKeyIsRefusedWhereverItStands() throws Exception {
        try (TestServer server = new TestServer()) {
            String revoked = "@revoked " + server.known().replaceFirst("^[^ ]+", "*");
            for (String file : List.of(
                    revoked,
                    revoked + "\n" + server.known(),
                    server.known() + "\n" + revoked,
                    server.known() + "\n" + revoked.replace("*", "elsewhere"))) {
                assertThat(refused(login(server, file)).kind()).as(file).isEqualTo(Kind.REVOKED_KEY);
            }
        }
    }

    @Test
    void whatCannotBeReadMightRevoke() throws Exception {
        try (TestServer server = new TestServer()) {
            Login login = login(server, server.known());
            Login broken = new Login(login.target(), login.jump(), login.credentials(), List.of(folder));
            assertThat(refused(broken).kind()).isEqualTo(Kind.NO_KNOWN_HOSTS);
        }
    }

    private static OpenSshCertificate signed(KeyPair authority, KeyPair host, OpenSshCertificateBuilder builder)
            throws Exception {
        return builder.publicKey(host.getPublic())
                .id("node")
                .serial(1)
                .nonce(new byte[32])
                .sign(authority);
    }

    private static OpenSshCertificateBuilder forHost(String name) {
        return OpenSshCertificateBuilder.hostCertificate()
                .principals(List.of(name))
                .validAfter(Instant.now().minusSeconds(3600))
                .validBefore(Instant.now().plusSeconds(3600));
    }

    private static String trusts(KeyPair authority) {
        return "@cert-authority * " + TestServer.line(authority.getPublic()) + "\n";
    }

    @Test
    void aHostThatATrustedAuthoritySignedIsKnown() throws Exception {
        KeyPair authority = TestServer.ecdsa();
        KeyPair host = TestServer.ecdsa();
        Optional<OpenSshCertificate> certificate = Optional.of(signed(authority, host, forHost("127.0.0.1")));
        try (TestServer server = new TestServer(host, certificate, "/bin/sh")) {
            assertThat(hello(login(server, trusts(authority)))).isEqualTo("heard hello\n");
            assertThat(refused(login(server, trusts(TestServer.ecdsa()))).kind())
                    .isEqualTo(Kind.UNKNOWN_KEY);
            String revoked = "@revoked * " + TestServer.line(authority.getPublic()) + "\n";
            assertThat(refused(login(server, trusts(authority) + revoked)).kind())
                    .as("the authority is revoked")
                    .isEqualTo(Kind.REVOKED_KEY);
            String own = "@revoked * " + TestServer.line(host.getPublic()) + "\n";
            assertThat(refused(login(server, trusts(authority) + own)).kind())
                    .as("the signed key is revoked")
                    .isEqualTo(Kind.REVOKED_KEY);
        }
    }

    @Test
    void aCertificateThatIsNotGoodForThisHostIsRefused() throws Exception {
        KeyPair authority = TestServer.ecdsa();
        KeyPair host = TestServer.ecdsa();
        OpenSshCertificateBuilder late = OpenSshCertificateBuilder.hostCertificate()
                .principals(List.of("127.0.0.1"))
                .validAfter(Instant.now().minusSeconds(7200))
                .validBefore(Instant.now().minusSeconds(3600));
        for (OpenSshCertificateBuilder wrong : List.of(forHost("elsewhere"), late)) {
            Optional<OpenSshCertificate> certificate = Optional.of(signed(authority, host, wrong));
            try (TestServer server = new TestServer(host, certificate, "/bin/sh")) {
                assertThat(refused(login(server, trusts(authority))).kind()).isEqualTo(Kind.BAD_CERTIFICATE);
                assertThat(refused(login(server, "")).kind())
                        .as("where no authority is trusted its plain key is unknown")
                        .isEqualTo(Kind.UNKNOWN_KEY);
                assertThat(hello(login(server, server.known()))).as("or known").isEqualTo("heard hello\n");
            }
        }
    }

    @Test
    void anotherUserAndAnotherKeyAreRejected() throws Exception {
        try (TestServer server = new TestServer()) {
            Login login = login(new Target("nobody", "127.0.0.1", server.port()), Optional.empty(), server.known());
            assertThat(refused(login).kind()).isEqualTo(Kind.REJECTED);
        }
    }

    @Test
    void whereNoKeyIsThereNoneIsShown() throws Exception {
        try (TestServer server = new TestServer()) {
            Login login = login(server, server.known());
            Credentials none = new Credentials(Optional.empty(), List.of(folder.resolve("none")), Optional.empty());
            assertThat(refused(new Login(login.target(), login.jump(), none, login.knownHosts()))
                            .kind())
                    .isEqualTo(Kind.NO_KEY);
            Credentials missing = new Credentials(Optional.of(folder.resolve("gone")), List.of(), Optional.empty());
            assertThat(refused(new Login(login.target(), login.jump(), missing, login.knownHosts())))
                    .hasMessageContaining("gone");
        }
    }

    @Test
    void aHostIsReachedByWayOfAnotherAndBothAreWhoTheyShouldBe() throws Exception {
        try (TestServer gateway = new TestServer();
                TestServer server = new TestServer()) {
            Target to = new Target("root", "127.0.0.1", server.port());
            Optional<Target> by = Optional.of(new Target("root", "127.0.0.1", gateway.port()));
            assertThat(hello(login(to, by, server.known() + "\n" + gateway.known())))
                    .isEqualTo("heard hello\n");
            assertThat(refused(login(to, by, server.known())).kind())
                    .as("the gateway")
                    .isEqualTo(Kind.UNKNOWN_KEY);
            assertThat(refused(login(to, by, gateway.known())).kind())
                    .as("the host")
                    .isEqualTo(Kind.UNKNOWN_KEY);
            assertThat(gateway.commands()).isEmpty();
        }
    }

    @Test
    void oldAlgorithmsAreNotSpoken() throws Exception {
        try (TestServer server = new TestServer()) {
            server.server().setCipherFactories(List.of(BuiltinCiphers.aes128cbc));
            assertThat(refused(login(server, server.known())).kind()).isEqualTo(Kind.NOT_OURS);
        }
        try (TestServer server = new TestServer()) {
            server.server()
                    .setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                            false, List.of(BuiltinDHFactories.dhg14_256), ServerBuilder.DH2KEX));
            assertThat(refused(login(server, server.known())).kind()).isEqualTo(Kind.NOT_OURS);
        }
    }

    @Test
    void whatDoesNotListenSpeakOrExistIsToldApart() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(refused(login(new Target("root", "127.0.0.1", free), Optional.empty(), ""))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(refused(login(new Target("root", "no-such-host.invalid", 22), Optional.empty(), ""))
                        .kind())
                .isIn(Kind.NO_SUCH_NAME, Kind.NO_ROUTE);
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> {
                try (Socket caller = web.accept()) {
                    caller.getOutputStream().write("SSH-1.5-Ancient\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.getInputStream().readAllBytes();
                } catch (IOException over) {
                    // the test is
                }
            });
            assertThat(refused(login(new Target("root", "127.0.0.1", web.getLocalPort()), Optional.empty(), ""))
                            .kind())
                    .isEqualTo(Kind.NOT_OURS);
        }
    }

    @Test
    void whoNeverSaysAWordIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Login login = login(new Target("root", "127.0.0.1", silent.getLocalPort()), Optional.empty(), "");
            try (Connection connection = new Connection(login, 300)) {
                WireFault fault = catchThrowableOfType(WireFault.class, connection::open);
                assertThat(fault.kind()).isEqualTo(Kind.NO_ANSWER);
            }
        }
    }

    @Test
    void hangingUpEndsWhateverIsWaitedFor() throws Exception {
        try (TestServer server = new TestServer();
                Connection connection = new Connection(login(server, server.known()), MILLIS)) {
            connection.open();
            try (Execution run = connection.run("sleep 60")) {
                Thread.ofPlatform().daemon().start(connection::hangUp);
                WireFault fault = catchThrowableOfType(WireFault.class, () -> run.read(new byte[10]));
                assertThat(fault).isNotNull();
            }
            assertThat(connection.alive()).isFalse();
        }
    }
}
