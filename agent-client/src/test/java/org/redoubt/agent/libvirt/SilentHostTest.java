package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;

/** A host that takes connections and never says a word: every call to it hangs in native code. */
@ExtendWith(NeedsLibvirt.class)
class SilentHostTest {

    private static final Pace IMPATIENT = new Pace(200, 400, 300, 300, 600, 1_000, 500);

    private final Heard heard = new Heard();
    private final BlockingQueue<Socket> taken = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private LibvirtAgents agents;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::take);
        String uri = "qemu+tcp://127.0.0.1:" + server.getLocalPort() + "/system";
        agents = new LibvirtAgents(
                "site",
                List.of(
                        new HostEntry("silent", uri, Optional.empty(), true),
                        new HostEntry("t", "test:///default", Optional.empty(), true)),
                TestDesk.LIBRARY,
                TestDesk.DESK,
                IMPATIENT);
    }

    private void take() {
        try {
            while (true) {
                taken.add(server.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        agents.close();
        server.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }

    @Test
    void silenceIsSaidAndDelaysNobodyElse() {
        agents.sources().forEach(source -> source.start(heard));

        heard.until("the other host", Heard.link("t", LinkState.CONNECTED));
        heard.until("no answer yet", Heard.link("silent", LinkState.UNREACHABLE));
        assertThat(heard.site().host(ElementId.host("silent")).orElseThrow().value(LINK_DETAIL))
                .hasValueSatisfying(detail -> assertThat(detail).contains("No answer yet"));
    }

    @Test
    void closingIsBoundedAndWhatHungIsGivenBackInTheEnd() throws Exception {
        agents.sources().forEach(source -> source.start(heard));
        assertThat(taken.poll(10, TimeUnit.SECONDS)).isNotNull();

        long before = System.nanoTime();
        agents.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        int heardByThen = heard.reports().size();
        hangUp();
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (agents.handles() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(agents.handles()).isZero();
        assertThat(heard.reports()).as("nothing is heard after closing").hasSize(heardByThen);
    }

    @Test
    void aThreadThatIsStuckIsReplacedAFewTimesAndNoMore() throws Exception {
        agents.sources().getFirst().start(heard);

        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(taken.poll(10, TimeUnit.SECONDS))
                    .as("attempt " + attempt)
                    .isNotNull();
        }
        assertThat(taken.poll(3, TimeUnit.SECONDS))
                .as("no thread is piled upon thread")
                .isNull();
    }

    @Test
    void aSightIsBounded() {
        Sighting sighting = agents.agent(ElementId.host("silent")).orElseThrow().sight(ElementId.vm("u"));

        assertThat(sighting).isInstanceOf(Sighting.Unread.class);
    }
}
