package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.topology.model.LinkState;

class LibvirtVerdictTest {

    private static LinkVerdict of(int code, String message) {
        return LibvirtVerdict.of(new LibvirtFault(code, 0, message));
    }

    /** The messages are what libvirt 9.0 and OpenSSH 9.2 really said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REFUSED      | 38 | unable to connect to server at '127.0.0.1:9': Connection refused
            REFUSED      | 38 | Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory
            REFUSED      | 38 | Cannot recv data: ssh: connect to host 127.0.0.1 port 9: Connection refused: Connection reset by peer
            REFUSED      | 38 | End of file while reading data: Input/output error
            REFUSED      | 38 | Cannot recv data: Connection reset by peer
            UNREACHABLE  | 38 | unable to connect to server at '10.9.8.7:16509': No route to host
            UNREACHABLE  | 38 | unable to connect to server at '10.9.8.7:16509': Connection timed out
            UNREACHABLE  | 38 | Cannot recv data: ssh: connect to host 10.9.8.7 port 22: Network is unreachable: Connection reset by peer
            UNREACHABLE  | 38 | Unable to resolve address 'db1' service '16509': Temporary failure in name resolution
            BAD_ADDRESS  | 38 | Unable to resolve address 'nosuch.invalid' service '16509': Name or service not known
            BAD_ADDRESS  | 38 | Cannot recv data: ssh: Could not resolve hostname nosuch.invalid: Name or service not known: Connection reset by peer
            BAD_ADDRESS  | 1  | internal error: Unable to parse URI ://
            BAD_ADDRESS  | 8  | invalid argument: remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)
            BAD_ADDRESS  | 5  | no connection driver available for foo:///x
            BAD_ADDRESS  | 39 | packet 1213486160 bytes received from server too large, want 33554432
            BAD_ADDRESS  | 27 | XML error: failed to parse xml document '/nonexist.xml'
            UNKNOWN_KEY  | 38 | Cannot recv data: Host key verification failed.: Connection reset by peer
            UNKNOWN_KEY  | 38 | Cannot recv data: @@@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @@@ Host key verification failed.: Connection reset by peer
            REJECTED     | 38 | Cannot recv data: root@h: Permission denied (publickey,password).: Connection reset by peer
            REJECTED     | 38 | Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied
            REJECTED     | 45 | authentication failed: no agent is available to authenticate
            REJECTED     | 38 | Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory
            REJECTED     | 88 | error from service: not allowed
            REJECTED     | 29 | operation forbidden: read only access prevents this
            FAILED       | 1  | internal error: something nobody has seen yet
            """)
    void readsWhatLibvirtSays(LinkState state, int code, String message) {
        LinkVerdict verdict = of(code, message);

        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.detail()).as("libvirt's own words are kept").contains(message);
    }

    @Test
    void aChangedKeyIsToldFromAnUnknownOne() {
        assertThat(of(38, "Host key verification failed.").detail()).contains("fingerprint", "ssh-keygen -lf");
        assertThat(of(38, "REMOTE HOST IDENTIFICATION HAS CHANGED! Host key verification failed.")
                        .detail())
                .contains("somebody stands in between");
    }

    @Test
    void aBrokenConnectionIsLostAndADeadOneHangs() {
        assertThat(LibvirtVerdict.lost(new LibvirtFault(38, 7, "Cannot recv data: Connection reset by peer"))
                        .state())
                .isEqualTo(LinkState.LOST);
        assertThat(LibvirtVerdict.lost(new LibvirtFault(39, 7, "received hangup event: keepalive timeout"))
                        .state())
                .isEqualTo(LinkState.HANGS);
    }

    @Property
    void whateverIsSaidHasAVerdictThatIsNoConnection(@ForAll int code, @ForAll String message) {
        assertThat(of(code, message).state()).isNotIn(LinkState.CONNECTED, LinkState.CONNECTING, LinkState.NO_LIBRARY);
        assertThat(of(code, message).detail()).isNotBlank();
    }

    @Test
    void noMessageAtAllIsStillAnAnswer() {
        assertThat(LibvirtVerdict.of(new LibvirtFault(1, 0, null)).state()).isEqualTo(LinkState.FAILED);
    }
}
