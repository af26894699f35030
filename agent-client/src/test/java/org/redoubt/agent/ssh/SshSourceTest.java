package org.redoubt.agent.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.CLOCK_OFFSET;
import static org.redoubt.topology.model.Attributes.CLOCK_UNCERTAINTY;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.LATENCY;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.PROBE_BYTES;
import static org.redoubt.topology.model.Attributes.PROBE_CPU;
import static org.redoubt.topology.model.Attributes.UNREADABLE;
import static org.redoubt.topology.model.Attributes.UP;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.libvirt.Heard;
import org.redoubt.agent.libvirt.TestDesk;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Question;
import org.redoubt.agent.probe.Reader;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A host that is asked over SSH, from its first round to whatever can go wrong with one. */
class SshSourceTest {

    private static final SshPace QUICK = new SshPace(150, 2_000, 700, 1_000);
    private static final ElementId HOST = ElementId.host("node-1");
    private static final ElementId SSH = HOST.part(ElementKind.SERVICE, "ssh");

    private static final Question DATE = new Question("date", "date +%s.%N", 1, 5);
    private static final Question UNAME = new Question("uname", "uname -snrm", 60, 5);

    /** Says what was answered, word for word. */
    private static final Reader ECHO =
            (round, reading) -> round.answers().values().forEach(answer -> {
                ElementId id = HOST.part(ElementKind.RAID_SET, answer.question());
                if (answer.succeeded()) {
                    reading.say(id, NAME, answer.text().strip());
                } else {
                    reading.unreadable(answer.question(), "exit " + answer.exit());
                }
            });

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private final Set<String> unwanted = ConcurrentHashMap.newKeySet();
    private SshSources sources;

    @AfterEach
    void close() {
        if (sources != null) {
            sources.close();
        }
    }

    private void listen(int port, String known, List<Question> questions, Reader... readers) throws IOException {
        SshHost host = new SshHost(
                "node-1",
                new SshHost.Place("root", "127.0.0.1", port),
                Optional.empty(),
                new SshHost.Keys(Optional.of(TestServer.operatorKey(folder)), List.of(), Optional.empty()),
                List.of(Files.writeString(folder.resolve("known_hosts"), known)));
        sources = new SshSources(
                List.of(host),
                questions,
                (_, question) -> !unwanted.contains(question),
                List.of(new Hearer(Hearer.SSH, List.of(readers), true)),
                TestDesk.DESK,
                QUICK);
        sources.sources().forEach(source -> source.start(heard));
    }

    private void listen(TestServer server, List<Question> questions, Reader... readers) throws IOException {
        listen(server.port(), server.known() + "\n", questions, readers);
    }

    private static <T> Optional<T> value(Site site, ElementId id, Attribute<T> attribute) {
        return site.find(id).flatMap(element -> element.value(attribute));
    }

    private static Predicate<Site> link(LinkState state) {
        return site -> value(site, SSH, LINK).filter(state::equals).isPresent();
    }

    private static Predicate<Site> said(String question, Predicate<String> text) {
        return site -> value(site, HOST.part(ElementKind.RAID_SET, question), NAME)
                .filter(text)
                .isPresent();
    }

    private static Predicate<Site> unreadable(String words) {
        return site -> value(site, HOST, UNREADABLE)
                .filter(all -> all.stream().anyMatch(line -> line.contains(words)))
                .isPresent();
    }

    @Test
    void whatIsNotWantedIsNotAskedAndWhatIsWantedAgainIsAskedAtOnce() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(server, List.of(DATE, UNAME), ECHO);
            heard.until("the first answer", said("uname", text -> text.startsWith("Linux")));
            unwanted.add("uname");
            heard.until(
                    "it is taken back",
                    site -> value(site, HOST.part(ElementKind.RAID_SET, "uname"), NAME)
                            .isEmpty());
            unwanted.clear();
            // its turn would be the sixtieth round
            heard.until("it is asked again", said("uname", text -> text.startsWith("Linux")));
        }
    }

    @Test
    void aHostsAnswersAreReadAndItsHeartBeats() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(server, List.of(DATE, UNAME), ECHO);

            Site site = heard.until("two rounds", all -> value(all, SSH, BEAT).isPresent());

            assertThat(value(site, HOST.part(ElementKind.RAID_SET, "uname"), NAME))
                    .hasValueSatisfying(name -> assertThat(name).startsWith("Linux "));
            Element heart = site.find(SSH).orElseThrow();
            assertThat(heart.value(PART_OF)).contains(HOST);
            assertThat(heart.value(NAME)).contains("ssh");
            assertThat(heart.value(UP)).contains(true);
            assertThat(heart.value(HEALTH)).contains(Health.OK);
            assertThat(heart.value(LINK)).contains(LinkState.CONNECTED);
            assertThat(heart.value(DETAIL)).isEmpty();
            assertThat(heart.value(LATENCY)).isPresent();
            assertThat(heart.value(PROBE_CPU)).isPresent();
            assertThat(heart.value(PROBE_BYTES).orElseThrow()).isPositive();
            assertThat(Math.abs(value(site, HOST, CLOCK_OFFSET).orElseThrow()))
                    .as("it is this machine's own clock")
                    .isLessThanOrEqualTo(value(site, HOST, CLOCK_UNCERTAINTY).orElseThrow() + 1);
            assertThat(site.find(HOST).orElseThrow().claims().about(LINK))
                    .as("the host's link is libvirt's")
                    .isEmpty();
            assertThat(heard.reports()).allMatch(report -> report.source().equals(new Source("ssh", "node-1")));
            assertThat(heard.reports())
                    .extracting(report -> report.sequence())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsAskedSeldomKeepsItsAgeAndIsNotTakenBack() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(server, List.of(DATE, UNAME), ECHO);
            heard.until(
                    "some rounds",
                    all -> server.commands().size() > 4 && value(all, SSH, BEAT).isPresent());

            Site site = heard.site();
            long dated = site.find(HOST.part(ElementKind.RAID_SET, "date"))
                    .orElseThrow()
                    .claims()
                    .about(NAME)
                    .getFirst()
                    .heard();
            long named = site.find(HOST.part(ElementKind.RAID_SET, "uname"))
                    .orElseThrow()
                    .claims()
                    .about(NAME)
                    .getFirst()
                    .heard();
            assertThat(named).isLessThan(dated);
        }
    }

    @Test
    void theCommandIsAlwaysTheSame() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(server, Questions.all());
            heard.until("two rounds", all -> server.commands().size() > 1);

            assertThat(server.commands()).allMatch(new Script(Questions.all()).command()::equals);
        }
    }

    @Test
    void anUnknownKeyIsToldWithItsFingerprintAndNothingIsRun() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(server.port(), "", List.of(DATE));

            Site site = heard.until("the key is unknown", link(LinkState.UNKNOWN_KEY));

            String detail = value(site, SSH, LINK_DETAIL).orElseThrow();
            assertThat(detail).contains("SHA256:", "ssh-keygen -lf");
            assertThat(detail)
                    .contains(sources.hostKeys(folder.resolve("own"))
                            .offered()
                            .getFirst()
                            .fingerprint());
            assertThat(value(site, SSH, UP)).as("neither up nor down").isEmpty();
            assertThat(value(site, SSH, HEALTH)).isEmpty();
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void aKeyThatIsAcceptedIsALineMoreAndIsTakenAtOnce() throws Exception {
        try (TestServer server = new TestServer()) {
            Path own = folder.resolve("known_hosts");
            listen(server.port(), "# cut off", List.of(DATE));
            heard.until("the key is unknown", link(LinkState.UNKNOWN_KEY));
            HostKeys keys = sources.hostKeys(own);
            HostKeys.Offered shown = keys.offered().getFirst();
            assertThat(shown.host()).isEqualTo(HOST);
            assertThat(keys.accept(new HostKeys.Offered(HOST, shown.address(), "SHA256:another")))
                    .as("not the one that is shown")
                    .isFalse();
            assertThat(Files.readString(own)).isEqualTo("# cut off");

            assertThat(keys.accept(shown)).isTrue();

            heard.until("it is believed", link(LinkState.CONNECTED));
            assertThat(Files.readString(own)).isEqualTo("# cut off\n" + server.known() + " accepted-by-redoubt\n");
            assertThat(keys.offered()).isEmpty();
        }
    }

    @Test
    void aChangedOrRevokedKeyIsRejected() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(
                    server.port(),
                    server.known() + "\n@revoked * " + server.known().replaceFirst("^[^ ]+ ", "") + "\n",
                    List.of(DATE));

            Site site = heard.until("the key is revoked", link(LinkState.REJECTED));

            assertThat(value(site, SSH, LINK_DETAIL))
                    .hasValueSatisfying(detail -> assertThat(detail).contains("revoked"));
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void anSshdThatIsGoneIsDownAndWhatWasHeardStays() throws Exception {
        int port;
        try (TestServer server = new TestServer()) {
            port = server.port();
            listen(server, List.of(DATE, UNAME), ECHO);
            heard.until("it is heard", link(LinkState.CONNECTED));
        }
        Site site = heard.until("it is refused", link(LinkState.REFUSED));

        assertThat(port).isPositive();
        assertThat(value(site, SSH, UP)).contains(false);
        assertThat(value(site, SSH, HEALTH)).contains(Health.FAILED);
        assertThat(value(site, HOST.part(ElementKind.RAID_SET, "uname"), NAME)).isPresent();
    }

    @Test
    void aHostThatNeverSaysAWordIsUnreachableAndClosingDoesNotWaitForIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listen(silent.getLocalPort(), "", List.of(DATE));

            Site site = heard.until("no answer", link(LinkState.UNREACHABLE));
            assertThat(value(site, SSH, UP)).as("silence is not down").isEmpty();

            long before = System.nanoTime();
            sources.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            int then = heard.reports().size();
            sources.close();
            assertThat(heard.reports()).hasSize(then);
        }
    }

    @Test
    void aQuestionThatFloodsCostsTheOthersOneRound() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(
                    server,
                    List.of(DATE, new Question("flood", "yes", 1, 5), new Question("after", "echo after", 1, 5)),
                    ECHO);

            heard.until("the flood is told", unreadable("flood: exit " + Answer.TOO_LONG));
            Site site = heard.until("those behind it are answered", said("after", "after"::equals));

            assertThat(value(site, HOST.part(ElementKind.RAID_SET, "flood"), NAME))
                    .isEmpty();
            heard.until(
                    "it is told what is the matter",
                    all -> value(all, SSH, DETAIL)
                            .filter(said -> said.contains("flood"))
                            .isPresent());
            assertThat(value(heard.site(), SSH, HEALTH)).contains(Health.DEGRADED);
        }
    }

    @Test
    void aQuestionThatTakesTooLongIsTimedOutByTheHostItself() throws Exception {
        try (TestServer server = new TestServer()) {
            listen(
                    server,
                    List.of(DATE, new Question("slow", "sleep 60", 1, 1), new Question("after", "echo after", 1, 5)),
                    ECHO);

            Site site = heard.until("it is told", unreadable("slow: exit " + Answer.TIMED_OUT));
            assertThat(said("after", "after"::equals).test(site)).isTrue();
        }
    }

    @Test
    void aQuestionThatCannotBeKilledRestsAfterTheSecondTime() throws Exception {
        try (TestServer server = new TestServer()) {
            // what timeout(1) started is gone at once; what that left behind holds the line open
            Question stuck = new Question("stuck", "kill -STOP $PPID", 1, 1);
            listen(server, List.of(DATE, stuck, new Question("after", "echo after", 1, 5)), ECHO);

            heard.until("it hangs", link(LinkState.HANGS));
            Site site = heard.until("it rests", unreadable("stuck: exit " + Answer.TIMED_OUT));

            assertThat(said("after", "after"::equals).test(site)).isTrue();
            heard.until(
                    "and the rest goes on",
                    all -> value(all, SSH, DETAIL)
                            .filter(said -> said.contains("stuck hangs"))
                            .isPresent());
        }
    }

    @Test
    void aReaderThatBreaksIsSaidToHaveBrokenAndTheOthersGoOn() throws Exception {
        try (TestServer server = new TestServer()) {
            Reader broken = (round, reading) -> {
                throw new IllegalStateException("a bug");
            };
            listen(server, List.of(DATE), broken, ECHO);

            heard.until("it is told", unreadable("the console itself failed"));
            heard.until("the other one reads", said("date", text -> !text.isEmpty()));
        }
    }

    @Test
    void anAccountWithoutAShellSaysSo() throws Exception {
        try (TestServer server = new TestServer(TestServer.ecdsa(), Optional.empty(), "/bin/false")) {
            listen(server, List.of(DATE));

            Site site = heard.until("it is told", link(LinkState.FAILED));
            assertThat(value(site, SSH, DETAIL))
                    .hasValueSatisfying(detail -> assertThat(detail).contains("needs a shell"));
        }
    }
}
