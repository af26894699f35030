package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostEntryTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            qemu+ssh://root@node-1:2222/system?keyfile=/k, node-1,            qemu+ssh://root@node-1:2222/system
            qemu+tcp://10.77.0.1/system,                  10.77.0.1,         qemu+tcp://10.77.0.1/system
            qemu+tls://node_2/system,                     node_2,            qemu+tls://node_2/system
            test:///default,                              test:///default,   -
            qemu:///system?socket=/x,                     qemu:///system,    -
            'not a uri',                                  'not a uri',       -
            """)
    void aBareUriNamesItsHost(String uri, String key, String destination) {
        HostEntry entry = HostEntry.of(uri, true);

        assertThat(entry.key()).isEqualTo(key);
        assertThat(entry.destination()).isEqualTo(Optional.ofNullable(destination));
    }

    @Test
    void overSshNothingIsEverAskedOnATerminal() {
        assertThat(HostEntry.of("qemu+ssh://h/system", true).opened()).isEqualTo("qemu+ssh://h/system?no_tty=1");
        assertThat(HostEntry.of("qemu+ssh://h/system?keyfile=/k", true).opened())
                .isEqualTo("qemu+ssh://h/system?keyfile=/k&no_tty=1");
        assertThat(HostEntry.of("qemu+ssh://h/system?no_tty=0", true).opened()).endsWith("?no_tty=0");
        assertThat(HostEntry.of("qemu+tcp://h/system", true).opened()).isEqualTo("qemu+tcp://h/system");
    }

    @Test
    void thePeerAddressOfTheSiteFileWins() {
        HostEntry entry =
                new HostEntry("n", "qemu+ssh://admin@n/system", Optional.of("qemu+tcp://10.0.0.1/system"), true);

        assertThat(entry.destination()).contains("qemu+tcp://10.0.0.1/system");
    }
}
