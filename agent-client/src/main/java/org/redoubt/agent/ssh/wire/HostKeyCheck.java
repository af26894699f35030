package org.redoubt.agent.ssh.wire;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * Decides whether the host that answers is the one that is meant. The library's own reading of known_hosts is not asked:
 * it accepts a revoked key that another line names. Of a certificate the library has checked signature, names and time
 * before; that it is one for hosts, and signed without SHA-1, is seen to here.
 */
final class HostKeyCheck implements HostKeyVerifier {

    private static final long FOR_HOSTS = 2;
    private static final List<String> WEAK = List.of("ssh-rsa", "ssh-dss");

    private final Target target;
    private final KnownHosts known;
    private Optional<WireFault> refusal = Optional.empty();
    private Optional<OfferedKey> offered = Optional.empty();

    HostKeyCheck(Target target, KnownHosts known) {
        this.target = target;
        this.known = known;
    }

    @Override
    public synchronized boolean verify(String hostname, int port, PublicKey key) {
        refusal = judge(key);
        return refusal.isEmpty();
    }

    /** Why the host was refused; empty where it was not, or showed no key yet. */
    synchronized Optional<WireFault> refusal() {
        return refusal;
    }

    /** The key of a host of which nothing is known, for somebody to accept. */
    synchronized Optional<OfferedKey> offered() {
        return offered;
    }

    private Optional<WireFault> judge(PublicKey key) {
        Certificate<?> certificate = key instanceof Certificate<?> signed ? signed : null;
        byte[] plain = bytes(certificate == null ? key : certificate.getKey());
        byte[] authority = certificate == null ? new byte[0] : certificate.getSignatureKey();
        String shown = KnownHostLine.kind(plain).orElse("key") + " " + fingerprint(plain);
        return switch (known.standing(target, new KnownHosts.Shown(plain, authority))) {
            case KNOWN -> Optional.empty();
            case SIGNED -> certificate(certificate, shown);
            case UNKNOWN -> {
                offered = Optional.of(new OfferedKey(target.knownAs(), plain, fingerprint(plain)));
                yield fault(WireFault.Kind.UNKNOWN_KEY, target + " shows " + shown);
            }
            case CHANGED -> fault(WireFault.Kind.CHANGED_KEY, target + " shows " + shown);
            case REVOKED -> fault(WireFault.Kind.REVOKED_KEY, target + " shows " + shown);
        };
    }

    private Optional<WireFault> certificate(Certificate<?> certificate, String shown) {
        String signature = KnownHostLine.kind(certificate.getSignature()).orElse("");
        String wrong = "";
        if (certificate.getType() != FOR_HOSTS) {
            wrong = "it is not a certificate for hosts";
        } else if (certificate.getValidPrincipals().isEmpty()) {
            wrong = "it names no host";
        } else if (!certificate.getCritOptions().isEmpty()) {
            wrong = "it asks for something that this desk does not know";
        } else if (WEAK.contains(signature)) {
            wrong = "it is signed by " + signature + ", which is no longer safe";
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : fault(WireFault.Kind.BAD_CERTIFICATE, target + " shows " + shown + "; " + wrong);
    }

    private static Optional<WireFault> fault(WireFault.Kind kind, String message) {
        return Optional.of(new WireFault(kind, message));
    }

    private static byte[] bytes(PublicKey key) {
        try {
            return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        } catch (SSHRuntimeException | UnsupportedOperationException unknown) {
            return new byte[0];
        }
    }

    /** As {@code ssh-keygen -l} writes it. */
    static String fingerprint(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        List<String> algorithms = new ArrayList<>();
        for (String kind : known.kinds(target)) {
            // one kind of key, two ways to sign with it
            algorithms.addAll(kind.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(kind));
        }
        return algorithms;
    }
}
