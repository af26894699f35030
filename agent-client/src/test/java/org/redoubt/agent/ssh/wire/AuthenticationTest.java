package org.redoubt.agent.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.ssh.TestServer;

class AuthenticationTest {

    @TempDir
    Path folder;

    @Test
    void aKeyWithoutAPassphraseIsUsedAsItLies() throws Exception {
        assertThat(Authentication.unusable(Files.readString(TestServer.operatorKey(folder))))
                .isEmpty();
    }

    @Test
    void oneWithAPassphraseIsLeftToTheAgent() throws Exception {
        OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
        locked.setPassword("secret");
        locked.setCipherType("256");
        Path file = folder.resolve("locked");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(TestServer.OPERATOR, "x", locked, out);
        }

        assertThat(Authentication.unusable(Files.readString(file)))
                .hasValueSatisfying(why -> assertThat(why).contains("passphrase", "ssh-add"));
    }

    @Test
    void whatIsNoKeyOrInAnOlderFormSaysSo() {
        assertThat(Authentication.unusable("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n"))
                .hasValueSatisfying(why -> assertThat(why).contains("PEM"));
        assertThat(Authentication.unusable("hello")).contains("is no private key");
        assertThat(Authentication.unusable(
                        "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"))
                .contains("is no private key");
    }
}
