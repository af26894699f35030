package org.redoubt.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.site.text.Shown;

class HostUriTest {

    @ParameterizedTest
    @CsvSource({
        "qemu+ssh://root@node-1/system,node-1",
        "qemu+tcp://node_1:16509/system?x=1,node_1",
        "qemu+tls://[fe80::1]:16514/system,[fe80::1]",
        "qemu:///system,",
        "qemu:///session,",
        "qemu+unix:///system?socket=/run/x,",
        "test:///default,",
        "xen+ssh://a.example.org/,a.example.org",
        "lxc:///,",
    })
    void whatLibvirtOpensIsTaken(String uri, String machine) {
        assertThat(HostUri.wrong(uri)).isEmpty();
        assertThat(HostUri.of(uri).machine().orElse(null)).isEqualTo(machine);
        assertThat(SiteFile.namesUri(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node-1",
                "node-1/system",
                "//node-1/system",
                "qemu+ssh://node-1",
                "qemu+ssh://node-1/",
                "qemu+ssh://node-1/sytem",
                "qemu+ssh://root:secret@node-1/system",
                "qemu+ssh://no de/system",
                "qemu+ssh://node\u202e/system",
                "qemu+ssh://node-1/system\n",
                "qemu:system",
                "a%zz:/x",
            })
    void whatCannotBeOneIsRefusedWithARemedy(String uri) {
        assertThat(HostUri.wrong(uri)).hasValueSatisfying(wrong -> {
            assertThat(wrong.wrong()).isNotBlank().doesNotContain("secret");
            assertThat(wrong.instead()).isNotBlank();
        });
        assertThatExceptionOfType(SiteFileException.class)
                .isThrownBy(() -> SiteFile.ofUri(uri))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
    }

    @Test
    void fileNamesAreNotTakenForUris() {
        assertThat(List.of("site.yaml", "/etc/site.yaml", "./a:b/c", "C", "a b:/c"))
                .noneMatch(SiteFile::namesUri);
    }

    @Test
    void theNearestWordIsTheOneThatWasMeant() {
        List<String> known = List.of("uri", "name", "owner", "peer", "cluster", "migration-speed");
        assertThat(Shown.nearest("migraton_speed", known)).contains("migration-speed");
        assertThat(Shown.nearest("onwer", known)).contains("owner");
        assertThat(Shown.nearest("something-else", known)).isEmpty();
        assertThat(Shown.nearest("x".repeat(10_000), known)).isEmpty();
    }

    @Test
    void whatIsShownIsOneVisibleLine() {
        assertThat(Shown.text("a\n\u202eb\ud800")).isEqualTo("a\\u000a\\u202eb\\ud800");
        assertThat(Shown.text("😀".repeat(100))).isEqualTo("😀".repeat(60) + "…");
    }
}
