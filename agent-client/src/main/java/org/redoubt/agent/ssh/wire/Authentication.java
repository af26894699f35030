package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPublickey;

/** The keys that are shown to a host, one after the other: the ssh-agent's, then those in files that need no passphrase. */
final class Authentication {

    /** sshd hangs up after six. */
    private static final int MOST = 5;

    private static final int AGENT_MILLIS = 5_000;
    private static final int LONGEST = 1 << 16;
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private final Credentials credentials;
    private final List<String> troubles = new ArrayList<>();

    Authentication(Credentials credentials) {
        this.credentials = credentials;
    }

    List<AuthMethod> methods(SSHClient client) throws WireFault {
        List<AuthMethod> methods = new ArrayList<>();
        List<Path> files = credentials.key().map(List::of).orElse(credentials.usual());
        credentials.agent().ifPresent(socket -> ofAgent(new Keyring(socket, AGENT_MILLIS), methods));
        for (Path file : files) {
            if (credentials.key().isPresent() || Files.exists(file)) {
                ofFile(client, file, methods);
            }
        }
        if (methods.isEmpty()) {
            throw new WireFault(
                    WireFault.Kind.NO_KEY, troubles.isEmpty() ? "no key is there" : String.join("; ", troubles));
        }
        return methods.subList(0, Math.min(MOST, methods.size()));
    }

    /** What was wrong with keys that were not shown; empty where nothing was. */
    String troubles() {
        return String.join("; ", troubles);
    }

    private void ofAgent(Keyring keyring, List<AuthMethod> methods) {
        try {
            List<byte[]> meant =
                    credentials.key().map(Authentication::publicHalves).orElse(List.of());
            for (byte[] key : keyring.keys()) {
                if (credentials.key().isEmpty() || meant.stream().anyMatch(one -> Arrays.equals(one, key))) {
                    AgentKey.of(keyring, key).ifPresent(methods::add);
                }
            }
        } catch (IOException | IllegalArgumentException silent) {
            troubles.add("the ssh-agent was asked in vain: " + silent.getMessage());
        }
    }

    /** The certificate and the key beside a private one, as far as they are there. */
    private static List<byte[]> publicHalves(Path key) {
        List<byte[]> halves = new ArrayList<>();
        for (String ending : List.of("-cert.pub", ".pub")) {
            try {
                String[] words = text(key.resolveSibling(key.getFileName() + ending))
                        .strip()
                        .split("[ \\t]+");
                if (words.length > 1) {
                    halves.add(Base64.getDecoder().decode(words[1]));
                }
            } catch (IOException | IllegalArgumentException none) {
                // then the file itself is all there is
            }
        }
        return halves;
    }

    private void ofFile(SSHClient client, Path file, List<AuthMethod> methods) {
        try {
            Optional<String> wrong = unusable(text(file));
            if (wrong.isPresent()) {
                troubles.add(file + " " + wrong.get());
            } else {
                methods.add(new AuthPublickey(client.loadKeys(file.toString())));
            }
        } catch (IOException | IllegalArgumentException unread) {
            troubles.add(file + " cannot be read: " + unread.getMessage());
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        }
    }

    /** Why a private key cannot be used as it lies there; decided without trying a passphrase. */
    static Optional<String> unusable(String text) {
        if (!text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            return Optional.of(
                    text.contains("PRIVATE KEY-----")
                            ? "is in PEM form: ssh-keygen -p -f FILE writes it in OpenSSH's own, and ssh-agent reads both"
                            : "is no private key");
        }
        String base64 = text.lines()
                .filter(line -> !line.startsWith("-----"))
                .reduce("", String::concat)
                .replaceAll("\\s", "");
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < MAGIC.length || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            return Optional.of("is no private key");
        }
        byte[] rest = Arrays.copyOfRange(bytes, MAGIC.length, bytes.length);
        return KnownHostLine.kind(rest).filter("none"::equals).isPresent()
                ? Optional.empty()
                : Optional.of("has a passphrase: add it to an ssh-agent (ssh-add)");
    }
}
