package org.redoubt.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshAddressTest {

    @ParameterizedTest
    @CsvSource({
        "root@10.0.0.1, root, 10.0.0.1, 22",
        "node-1, , node-1, 22",
        "node_1:2222, , node_1, 2222",
        "ops.team@node-1.example.org:22, ops.team, node-1.example.org, 22",
        "root@[fd00::1], root, fd00::1, 22",
        "[fe80::1%eth0]:65535, , fe80::1%eth0, 65535"
    })
    void whereSomebodyLogsIn(String text, String user, String host, int port) {
        assertThat(SshAddress.parse(text)).contains(new SshAddress(Optional.ofNullable(user), host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root@",
                "@node-1",
                "root:secret@node-1",
                "-oProxyCommand=id",
                "node-1:0",
                "node-1:65536",
                "node 1",
                "$(id)",
                "a;b",
                "root@-x",
                "fd00::1",
                "ssh://node-1",
                "node-1/x"
            })
    void whatIsNoSuchPlace(String text) {
        assertThat(SshAddress.parse(text)).isEmpty();
    }

    @Property
    void noTextThrows(@ForAll String text) {
        assertThat(SshAddress.parse(text)).isNotNull();
    }

    private static SiteFile parse(String text) throws SiteFileException {
        return SiteFile.parse("west.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aHostIsLoggedInToWhereItsUriOrTheFileSays() throws Exception {
        SiteFile site = parse("""
                ssh: {key: ~/.ssh/id, known-hosts: known_hosts, jump: "ops@gateway:2222"}
                hosts:
                  - uri: qemu+ssh://root@node-1:2201/system?no_tty=1
                  - {uri: "qemu+ssh://node-2/system", ssh: "admin@10.0.0.2"}
                  - {uri: "qemu+ssh://node-3/system", ssh: false}
                  - uri: qemu+tcp://node-4/system
                  - {uri: "qemu+tcp://node-5/system", ssh: root@node-5}
                """);

        assertThat(site.ssh())
                .isEqualTo(new SshDefaults(
                        Optional.of("~/.ssh/id"),
                        Optional.of("known_hosts"),
                        Optional.of(new SshAddress(Optional.of("ops"), "gateway", 2222))));
        assertThat(site.hosts().stream().map(SiteFile.Host::ssh).toList())
                .isEqualTo(List.of(
                        Optional.of(new SshAddress(Optional.of("root"), "node-1", 2201)),
                        Optional.of(new SshAddress(Optional.of("admin"), "10.0.0.2", 22)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new SshAddress(Optional.of("root"), "node-5", 22))));
    }

    @Test
    void everySlipIsToldWithItsPlace() {
        SiteFileException wrong = catchThrowableOfType(SiteFileException.class, () -> parse("""
                ssh: {keys: x, key: "", known-hosts: [a], jump: "a b"}
                hosts:
                  - {uri: "qemu+tcp://node-1/system", ssh: "-oProxyCommand=id"}
                  - {uri: "qemu+tcp://node-2/system", ssh: true}
                  - {uri: "qemu+tcp://node-3/system", ssh: {user: root}}
                """));

        assertThat(wrong.getMessage().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("west.yaml:1:7:", "keys", "was key meant?"),
                        line -> assertThat(line).contains("west.yaml:1:21:", "no file's name"),
                        line -> assertThat(line).contains("west.yaml:1:38:", "a file's name", "a list"),
                        line -> assertThat(line).contains("west.yaml:1:49:", "jump is not"),
                        line -> assertThat(line).contains("west.yaml:3:44:", "ssh is not", "ssh: false"),
                        line -> assertThat(line).contains("west.yaml:4:44:", "ssh is not \"true\""),
                        line -> assertThat(line).contains("west.yaml:5:44:", "a mapping"));
        assertThat(catchThrowableOfType(
                        SiteFileException.class, () -> parse("ssh: root@x\nhosts: [{uri: 'test:///default'}]")))
                .hasMessageContaining("ssh is a mapping here");
    }
}
