package org.redoubt.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The lab does what tests rely on: guests tick and go on ticking where they are moved, hosts fail and come back. */
@OnLab
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabTest {
    @Test
    @Order(1)
    void aMovedGuestIsTheSameGuest(Lab lab) {
        lab.place("web-01", lab.host("node-1"));
        int before = lab.host("node-1").migrations();
        long tick = lab.awaitTickAfter("web-01", 0);

        lab.place("web-01", lab.host("node-2"));

        assertThat(lab.whereRuns("web-01")).contains(lab.host("node-2"));
        assertThat(lab.awaitTickAfter("web-01", tick)).isGreaterThan(tick);
        assertThat(lab.host("node-1").migrations()).isEqualTo(before + 1);
        assertThat(lab.host("node-1").virsh("list", "--all", "--name")).doesNotContain("web-01");
    }

    @Test
    @Order(2)
    void aMigrationThatIsRefusedIsAskedForButNotSent(Lab lab) {
        Lab.Host node1 = lab.host("node-1");
        lab.place("db-primary", node1);
        int sent = node1.migrations();
        int asked = node1.askedMigrations();
        lab.host("node-3").killLibvirtd();

        assertThatThrownBy(() -> lab.place("db-primary", lab.host("node-3"))).hasMessageContaining("refused");

        assertThat(node1.migrations()).isEqualTo(sent);
        assertThat(node1.askedMigrations()).isEqualTo(asked + 1);
        lab.host("node-3").startLibvirtd();
    }

    @Test
    @Order(3)
    void guestsOutliveTheirLibvirtd(Lab lab) {
        Lab.Host host = lab.whereRuns("slow-writer").orElseThrow();
        host.killLibvirtd();

        assertThatThrownBy(() -> host.virsh("list")).isInstanceOf(IllegalStateException.class);
        assertThat(lab.whereRuns("slow-writer")).isEmpty();
        lab.awaitTickAfter("slow-writer", lab.tick("slow-writer").orElseThrow());

        host.startLibvirtd();
        assertThat(lab.whereRuns("slow-writer")).contains(host);
    }

    @Test
    @Order(4)
    void aCutHostIsHeardAgainWhenItIsMended(Lab lab) {
        Lab.Host node2 = lab.host("node-2");
        Lab.await("node-2 to answer", () -> answers("10.77.0.12"));
        node2.cut();
        assertThat(answers("10.77.0.12")).isFalse();
        node2.mend();
        Lab.await("node-2 to answer again", () -> answers("10.77.0.12"));
    }

    @Test
    @Order(5)
    void aStoppedLibvirtdIsMadeGoodByUp(Lab lab) throws Lab.UnavailableException {
        lab.host("node-3").stopLibvirtd();
        Lab.up(Lab.Guests.FEW);
        assertThat(lab.host("node-3").virsh("hostname").strip()).isEqualTo("node-3");
    }

    @Test
    @Order(6)
    void theSameJvmGetsANewLabAfterDown(Lab lab) throws Lab.UnavailableException {
        lab.down();
        assertThat(lab.site()).doesNotExist();
        assertThat(answers("10.77.0.11")).isFalse();

        Lab.up(Lab.Guests.FEW);

        Lab.await("node-1 to answer", () -> answers("10.77.0.11"));
        lab.awaitTickAfter("web-01", 0);
        assertThat(List.of(lab.site(), lab.siteOfUnknownOwner(), lab.siteBySsh()))
                .allMatch(Files::exists);
        assertThat(lab.guests())
                .hasSize(10)
                .anyMatch(guest -> guest.name().codePointCount(0, guest.name().length()) == 200);
    }

    private static boolean answers(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 16509), 1000);
            return true;
        } catch (java.io.IOException unreachable) {
            return false;
        }
    }
}
