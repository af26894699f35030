package org.redoubt.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.xml.Xml;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nvpair id=\"f-passwd\" name=\"passwd\" value=\"S3CR3T\"/>",
                "<nvpair value='S3CR3T x' id='f' name='password'/>",
                "<nvpair name=\"snmp_priv_passwd\" value=\"S3CR3T\"/>",
                "<nvpair\n  name=\"community\"\n  value=\"S3CR3T\"\n/>",
                "<nvpair name=\"login_pass\" value=\"S3CR3T &lt; more\"/>",
                "<attribute name='Secret' value='S3CR3T'/>",
                "<nvpair name=\"authkey\" value=\"S3CR3T\"/>",
                "<lrm_rsc_op op-digest=\"S3CR3T\" op-secure-digest='S3CR3T' op-restart-digest=\"S3CR3T\"/>",
                "totem {\n\tkey: S3CR3T\n}",
                "key=S3CR3T",
                "SBD_OPTS=\"--secret=S3CR3T\"",
                "fence_ipmilan --password=S3CR3T -a 10.0.0.1",
                "fence_apc password='S3CR3T and more'",
                "community S3CR3T",
                "{\"password\": \"S3CR3T\", \"a\": 1}",
                "export PASSWORD=S3CR3T",
                "https://root:S3CR3T@10.0.0.1/redfish",
            })
    void noSecretOfASampleSurvives(String text) {
        assertThat(Masking.mask(text)).contains(Masking.MASK).doesNotContain("S3CR3T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token: 3000\nkeyboard: de",
                "<nvpair name=\"stonith-enabled\" value=\"true\"/>",
                "<node name=\"node-1\" id=\"1\" online=\"true\"/>",
                "qemu+ssh://root@node-1/system",
                "eth0 pci=0000:3b:00.0",
            })
    void theRestStaysAsItIs(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Property(tries = 300)
    void whateverTheSecretTheXmlIsStillXml(@ForAll @AlphaChars @StringLength(min = 8, max = 40) String secret) {
        String cib = "<cib><nvpair id=\"a\" name=\"passwd\" value=\"Q%sQ\"/><nvpair name=\"x\" value=\"kept\"/></cib>"
                .formatted(secret);
        String masked = Masking.mask(cib);
        assertThat(masked).doesNotContain("Q" + secret + "Q").contains("kept");
        assertThat(Xml.parse(masked)).isPresent();
    }

    @Property(tries = 500)
    void itNeverFails(@ForAll String junk) {
        assertThat(Masking.mask(Masking.mask(junk))).isEqualTo(Masking.mask(junk));
    }

    @Test
    void noSecretOfTheLabSurvives() throws IOException {
        int cibs = 0;
        for (Path file : recordings()) {
            String text = Files.readString(file);
            String masked = Masking.mask(text);
            assertThat(masked.lines().count())
                    .as("%s", file)
                    .isEqualTo(text.lines().count());
            if (text.contains("name=\"password\"") || text.contains("name=\"passwd\"")) {
                cibs++;
                assertThat(masked).contains("value=\"" + Masking.MASK + "\"").isNotEqualTo(text);
                assertThat(Xml.parse(masked.strip())).as("%s", file).isPresent();
            }
        }
        assertThat(cibs).isPositive();
    }

    private static List<Path> recordings() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/org/redoubt/agent/lab-recordings"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
