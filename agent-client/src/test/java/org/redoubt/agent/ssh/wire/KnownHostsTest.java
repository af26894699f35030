package org.redoubt.agent.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.agent.ssh.wire.KnownHosts.Shown;
import org.redoubt.agent.ssh.wire.KnownHosts.Standing;

class KnownHostsTest {

    private static final Target NODE = new Target("root", "node-1", 22);
    private static final Target PORT = new Target("root", "node-1", 2222);

    @TempDir
    Path folder;

    private static byte[] key(String kind, int seed) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        byte[] key = new byte[4 + name.length + 8];
        key[3] = (byte) name.length;
        System.arraycopy(name, 0, key, 4, name.length);
        key[key.length - 1] = (byte) seed;
        return key;
    }

    private static final byte[] MINE = key("ssh-ed25519", 1);
    private static final byte[] OTHER = key("ssh-ed25519", 2);
    private static final byte[] AUTHORITY = key("ssh-ed25519", 3);

    private static String line(String names, byte[] key) {
        return names + " " + KnownHostLine.kind(key).orElseThrow() + " "
                + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static Standing standing(String file, Target target) {
        return KnownHosts.of(file).standing(target, new Shown(MINE, new byte[0]));
    }

    private static String hashed(String name) throws Exception {
        byte[] salt = "twenty bytes of salt".getBytes(StandardCharsets.US_ASCII);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        return "|1|" + Base64.getEncoder().encodeToString(salt) + "|"
                + Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "node-1; KNOWN",
                "NODE-1; KNOWN",
                "10.0.0.1,node-1; KNOWN",
                "node-?; KNOWN",
                "*; KNOWN",
                "*,!node-1; UNKNOWN",
                "!node-1,*; UNKNOWN",
                "node-1*; KNOWN",
                "node-2; UNKNOWN",
                "[node-1]:22; UNKNOWN",
                "[node-1]:2222; UNKNOWN",
                "node; UNKNOWN"
            })
    void namesArePatterns(String names, Standing standing) {
        assertThat(standing(line(names, MINE), NODE)).isEqualTo(standing);
    }

    @Test
    void aPortOfItsOwnIsAPartOfTheName() {
        assertThat(standing(line("[node-1]:2222", MINE), PORT)).isEqualTo(Standing.KNOWN);
        assertThat(standing(line("node-1", MINE), PORT)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void hashedNamesHideTheHostAndAreFound() throws Exception {
        assertThat(standing(line(hashed("node-1"), MINE), NODE)).isEqualTo(Standing.KNOWN);
        assertThat(standing(line(hashed("[node-1]:2222"), MINE), PORT)).isEqualTo(Standing.KNOWN);
        assertThat(standing(line(hashed("node-2"), MINE), NODE)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(line("|1|notbase64!|x", MINE), NODE)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(line("|1||", MINE), NODE)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void anotherKeyOfAKnownHostHasChangedWhateverItsKind() {
        assertThat(standing(line("node-1", OTHER), NODE)).isEqualTo(Standing.CHANGED);
        assertThat(standing(line("node-1", key("ssh-rsa", 9)), NODE)).isEqualTo(Standing.CHANGED);
        assertThat(standing(line("node-1", OTHER) + line("node-1", MINE), NODE)).isEqualTo(Standing.KNOWN);
    }

    @Test
    void whatIsRevokedIsRevokedBeforeAndBehindAnyOtherLine() {
        String revoked = "@revoked " + line("*", MINE);
        assertThat(standing(revoked, NODE)).isEqualTo(Standing.REVOKED);
        assertThat(standing(revoked + line("node-1", MINE), NODE)).isEqualTo(Standing.REVOKED);
        assertThat(standing(line("node-1", MINE) + revoked, NODE)).isEqualTo(Standing.REVOKED);
        assertThat(standing("@revoked " + line("somewhere-else", MINE) + line("node-1", MINE), NODE))
                .isEqualTo(Standing.REVOKED);
        assertThat(standing("@revoked " + line("*", OTHER) + line("node-1", MINE), NODE))
                .isEqualTo(Standing.KNOWN);
    }

    @Test
    void anAuthoritySignsForTheHostsOfItsLineAlone() {
        Shown shown = new Shown(MINE, AUTHORITY);
        String trusted = "@cert-authority " + line("node-*", AUTHORITY);
        assertThat(KnownHosts.of(trusted).standing(NODE, shown)).isEqualTo(Standing.SIGNED);
        assertThat(KnownHosts.of(trusted).standing(new Target("root", "db-1", 22), shown))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(KnownHosts.of(trusted).standing(NODE, new Shown(AUTHORITY, new byte[0])))
                .as("its own key is no host's")
                .isEqualTo(Standing.UNKNOWN);
        assertThat(KnownHosts.of(line("node-1", AUTHORITY)).standing(NODE, shown))
                .as("a host's key signs nothing")
                .isEqualTo(Standing.CHANGED);
        assertThat(KnownHosts.of(trusted + "@revoked " + line("*", AUTHORITY)).standing(NODE, shown))
                .isEqualTo(Standing.REVOKED);
        assertThat(KnownHosts.of(trusted + "@revoked " + line("*", MINE)).standing(NODE, shown))
                .isEqualTo(Standing.REVOKED);
    }

    @Test
    void aHostIsAskedForTheKindsOfKeyThatAreKnownOfIt() {
        KnownHosts known = KnownHosts.of(line("node-1", key("ssh-rsa", 1)) + line("node-1", MINE) + line("other", OTHER)
                + "@cert-authority " + line("db-*", AUTHORITY));

        assertThat(known.kinds(NODE)).containsExactly("ssh-rsa", "ssh-ed25519");
        assertThat(known.kinds(new Target("root", "db-1", 22))).allMatch(kind -> kind.contains("-cert-v01@"));
        assertThat(known.kinds(new Target("root", "else", 22))).isEmpty();
    }

    @Property
    void noTextThrows(@ForAll String text, @ForAll @AlphaChars @StringLength(min = 1, max = 9) String host) {
        assertThatCode(() -> KnownHosts.of(text + "\n@revoked " + text + "\nx ssh-rsa " + text)
                        .standing(new Target("u", host, 22), new Shown(MINE, AUTHORITY)))
                .doesNotThrowAnyException();
    }

    @Property
    void aPatternOfStarsTakesNoLongerThanItsLength(@ForAll @AlphaChars @StringLength(max = 40) String text) {
        assertThat(KnownHostLine.matches("*".repeat(50), text)).isTrue();
        assertThat(KnownHostLine.matches("*a".repeat(60) + "!", text.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @Test
    void severalFilesAreOneAndThoseThatAreNotThereSayNothing() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), line("node-1", MINE));
        Path other = Files.writeString(folder.resolve("other"), "@revoked " + line("*", MINE));
        Shown shown = new Shown(MINE, new byte[0]);

        assertThat(KnownHosts.read(List.of(folder.resolve("none"), one)).standing(NODE, shown))
                .isEqualTo(Standing.KNOWN);
        assertThat(KnownHosts.read(List.of(one, other)).standing(NODE, shown)).isEqualTo(Standing.REVOKED);
    }
}
