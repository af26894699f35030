package org.redoubt.agent.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Date;
import java.util.List;
import java.util.Map;
import net.schmizz.sshj.common.Buffer;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.TestServer;

/** What is asked of a certificate beyond what the library asks. Its signature, names and time are tested with a server. */
class HostKeyCheckTest {

    private static final Target NODE = new Target("root", "node-1", 22);
    private static final PublicKey HOST = TestServer.ecdsa().getPublic();
    private static final PublicKey AUTHORITY = TestServer.ecdsa().getPublic();
    private static final KnownHosts TRUSTING =
            KnownHosts.of("@cert-authority node-1 " + TestServer.line(AUTHORITY) + "\n");

    private static Certificate<PublicKey> certificate(
            long type, List<String> names, Map<String, String> critical, String signedBy) {
        return Certificate.<PublicKey>getBuilder()
                .nonce(new byte[32])
                .publicKey(HOST)
                .serial(BigInteger.ONE)
                .type(type)
                .id("node")
                .validPrincipals(names)
                .validAfter(new Date(0))
                .validBefore(new Date(Long.MAX_VALUE))
                .critOptions(critical)
                .extensions(Map.of())
                .signatureKey(new Buffer.PlainBuffer().putPublicKey(AUTHORITY).getCompactData())
                .signature(new Buffer.PlainBuffer()
                        .putString(signedBy, StandardCharsets.US_ASCII)
                        .getCompactData())
                .build();
    }

    private static String refusal(PublicKey shown) {
        HostKeyCheck check = new HostKeyCheck(NODE, TRUSTING);
        boolean accepted = check.verify("node-1", 22, shown);
        assertThat(accepted).isEqualTo(check.refusal().isEmpty());
        return check.refusal().map(Throwable::getMessage).orElse("");
    }

    @Test
    void aCertificateForThisHostIsAccepted() {
        assertThat(refusal(certificate(2, List.of("node-1"), Map.of(), "ecdsa-sha2-nistp256")))
                .isEmpty();
    }

    @Test
    void oneThatIsForUsersForNobodyOrAsksForSomethingIsNot() {
        assertThat(refusal(certificate(1, List.of("node-1"), Map.of(), "ecdsa-sha2-nistp256")))
                .contains("not a certificate for hosts");
        assertThat(refusal(certificate(2, List.of(), Map.of(), "ecdsa-sha2-nistp256")))
                .contains("names no host");
        assertThat(refusal(certificate(2, List.of("node-1"), Map.of("verify-required", ""), "ecdsa-sha2-nistp256")))
                .contains("does not know");
        assertThat(refusal(certificate(2, List.of("node-1"), Map.of(), "ssh-rsa")))
                .contains("no longer safe");
    }

    @Test
    void aFingerprintIsWrittenAsSshKeygenDoes() {
        assertThat(HostKeyCheck.fingerprint(new byte[0]))
                .isEqualTo("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
    }
}
