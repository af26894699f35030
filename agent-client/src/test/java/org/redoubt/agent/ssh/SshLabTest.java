package org.redoubt.agent.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CLOCK_OFFSET;
import static org.redoubt.topology.model.Attributes.CLOCK_UNCERTAINTY;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.libvirt.Heard;
import org.redoubt.agent.libvirt.TestDesk;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;

/** OpenSSH's own sshd, its known_hosts and certificates, and the ways in which real hosts fail. */
@OnLab
class SshLabTest {

    /** What every claim of a test must come within: two rounds of ten seconds, and what hanging up takes. */
    private static final long TWO_ROUNDS = 25_000;

    /** Says of each question how it ended, and of some what was answered. */
    private static final Reader ECHO = (round, reading) -> {
        for (Answer answer : round.answers().values()) {
            ElementId id = round.host().part(ElementKind.RAID_SET, answer.question());
            reading.say(
                    id,
                    NAME,
                    answer.exit() + " " + answer.text().lines().findFirst().orElse(""));
        }
    };

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private SshSources sources;

    @AfterEach
    void close() {
        if (sources != null) {
            sources.close();
        }
    }

    private void listen(Lab lab, Path knownHosts, String... names) {
        SshHost.Keys keys =
                new SshHost.Keys(Optional.of(lab.sshDirectory().resolve("id_ed25519")), List.of(), Optional.empty());
        List<SshHost> hosts = List.of(names).stream()
                .map(name -> new SshHost(
                        name,
                        new SshHost.Place("root", "10.77.0.1" + name.substring("node-".length()), 22),
                        Optional.empty(),
                        keys,
                        List.of(knownHosts)))
                .toList();
        sources = new SshSources(
                hosts, (id, question) -> true, List.of(new Hearer(Hearer.SSH, List.of(ECHO), true)), TestDesk.DESK);
        sources.sources().forEach(source -> source.start(heard));
    }

    private Path known(Lab lab) {
        return lab.sshDirectory().resolve("known_hosts");
    }

    private static ElementId ssh(String host) {
        return ElementId.host(host).part(ElementKind.SERVICE, "ssh");
    }

    private static <T> Optional<T> value(Site site, ElementId id, Attribute<T> attribute) {
        return site.find(id).flatMap(element -> element.value(attribute));
    }

    private static Predicate<Site> link(String host, LinkState... states) {
        return site ->
                value(site, ssh(host), LINK).filter(List.of(states)::contains).isPresent();
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("run.log")))
                .isZero();
    }

    @Test
    void everyHostAnswersEveryQuestionInItsFirstRound(Lab lab) {
        listen(lab, known(lab), "node-1", "node-2", "node-3");

        for (String host : List.of("node-1", "node-2", "node-3")) {
            Site site = heard.until(host + " is heard", link(host, LinkState.CONNECTED));
            assertThat(value(site, ssh(host), HEALTH)).contains(Health.OK);
            assertThat(Questions.all())
                    .allSatisfy(question -> assertThat(
                                    value(site, ElementId.host(host).part(ElementKind.RAID_SET, question.name()), NAME))
                            .as(question.name())
                            .hasValueSatisfying(said -> assertThat(said)
                                    .as(
                                            "it neither took too long nor was too long, nor was it shell that does not parse")
                                    .doesNotStartWith("124 ")
                                    .doesNotStartWith("-1 ")));
            assertThat(value(site, ElementId.host(host).part(ElementKind.RAID_SET, "uname"), NAME))
                    .hasValueSatisfying(said -> assertThat(said).startsWith("0 Linux " + host + " "));
            assertThat(value(site, ElementId.host(host).part(ElementKind.RAID_SET, "versions"), NAME))
                    .hasValueSatisfying(said -> assertThat(said).startsWith("0 libvirtd="));
            assertThat(Math.abs(value(site, ElementId.host(host), CLOCK_OFFSET).orElseThrow()))
                    .isLessThanOrEqualTo(
                            value(site, ElementId.host(host), CLOCK_UNCERTAINTY).orElseThrow() + 1);
        }
    }

    @Test
    void hashedNamesAreOpenSshsOwn(Lab lab) throws Exception {
        Path hashed = Files.copy(known(lab), folder.resolve("hashed"));
        run("ssh-keygen", "-q", "-H", "-f", hashed.toString());
        assertThat(Files.readString(hashed)).doesNotContain("10.77.0.11").contains("|1|");

        listen(lab, hashed, "node-1");

        heard.until("it is known", link("node-1", LinkState.CONNECTED));
    }

    @Test
    void anUnknownAndARevokedKeyAreRefusedWithTheFingerprintThatTheHostItselfTells(Lab lab) throws Exception {
        listen(lab, folder.resolve("none"), "node-1");
        heard.until("it is unknown", link("node-1", LinkState.UNKNOWN_KEY));
        String told = lab.host("node-1").exec("ssh-keygen", "-lf", "/etc/ssh/ssh_host_ed25519_key.pub");
        assertThat(told)
                .contains(sources.hostKeys(folder.resolve("own"))
                        .offered()
                        .getFirst()
                        .fingerprint());
        sources.close();

        String line = Files.readString(known(lab))
                .lines()
                .filter(each -> each.contains("node-2"))
                .findFirst()
                .orElseThrow();
        Path revoked = Files.writeString(
                folder.resolve("revoked"), line + "\n@revoked * " + line.substring(line.indexOf(' ') + 1) + "\n");
        listen(lab, revoked, "node-2");
        heard.until("it is revoked", link("node-2", LinkState.REJECTED));
    }

    @Test
    void aHostIsKnownByItsCertificateAndTheOperatorByTheirs(Lab lab) throws Exception {
        Path authority = folder.resolve("authority");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", authority.toString());
        Path key = Files.copy(lab.sshDirectory().resolve("id_ed25519"), folder.resolve("id"));
        Path half = Files.copy(lab.sshDirectory().resolve("id_ed25519.pub"), folder.resolve("id.pub"));
        run("ssh-keygen", "-q", "-s", authority.toString(), "-I", "operator", "-n", "root", half.toString());
        Path host = Files.writeString(
                folder.resolve("host.pub"), lab.host("node-3").exec("cat", "/etc/ssh/ssh_host_ed25519_key.pub"));
        run("ssh-keygen", "-q", "-s", authority.toString(), "-I", "node-3", "-h", "-n", "10.77.0.13", host.toString());
        Lab.Host node3 = lab.host("node-3");
        String certificate = Files.readString(folder.resolve("host-cert.pub")).strip();
        String trusted = Files.readString(folder.resolve("authority.pub")).strip();
        node3.exec(
                "sh",
                "-ec",
                "echo '" + certificate + "' >/srv/host-cert.pub; echo '" + trusted + "' >/srv/ca.pub;"
                        + " : >/srv/nobody; /usr/sbin/sshd -p 2222 -o HostCertificate=/srv/host-cert.pub"
                        + " -o TrustedUserCAKeys=/srv/ca.pub -o AuthorizedKeysFile=/srv/nobody -o PidFile=/srv/sshd.pid");
        try {
            Path known =
                    Files.writeString(folder.resolve("known"), "@cert-authority [10.77.0.*]:2222 " + trusted + "\n");
            SshHost at = new SshHost(
                    "node-3",
                    new SshHost.Place("root", "10.77.0.13", 2222),
                    Optional.empty(),
                    new SshHost.Keys(Optional.of(key), List.of(), Optional.empty()),
                    List.of(known));
            sources = new SshSources(
                    List.of(at),
                    (id, question) -> true,
                    List.of(new Hearer(Hearer.SSH, List.of(ECHO), true)),
                    TestDesk.DESK);
            sources.sources().forEach(source -> source.start(heard));

            heard.until("both are who they say", link("node-3", LinkState.CONNECTED));
        } finally {
            node3.exec("sh", "-c", "kill $(cat /srv/sshd.pid)");
        }
    }

    @Test
    void anSshdThatIsGoneIsDownAndOneThatIsBackIsUp(Lab lab) {
        listen(lab, known(lab), "node-1", "node-2");
        heard.until("both are heard", link("node-1", LinkState.CONNECTED).and(link("node-2", LinkState.CONNECTED)));

        lab.host("node-2").faults().stopSshd();
        try {
            Site site = heard.until("it is refused", TWO_ROUNDS, link("node-2", LinkState.REFUSED));
            assertThat(value(site, ssh("node-2"), UP)).contains(false);
            assertThat(value(site, ssh("node-2"), HEALTH)).contains(Health.FAILED);
            assertThat(value(site, ssh("node-1"), UP)).contains(true);
        } finally {
            lab.host("node-2").faults().startSshd();
        }
        Site site = heard.until("it is back", 40_000, link("node-2", LinkState.CONNECTED));
        assertThat(value(site, ssh("node-2"), UP)).contains(true);
        assertThat(value(site, ssh("node-2"), HEALTH)).contains(Health.OK);
    }

    @Test
    void aCutCableIsSilenceAndNotDown(Lab lab) {
        listen(lab, known(lab), "node-3");
        heard.until("it is heard", link("node-3", LinkState.CONNECTED));

        lab.host("node-3").cut();
        try {
            Site site = heard.until(
                    "it is silent", TWO_ROUNDS, link("node-3", LinkState.HANGS, LinkState.UNREACHABLE, LinkState.LOST));
            assertThat(value(site, ssh("node-3"), UP))
                    .as("nobody said that it is down")
                    .isEmpty();
            assertThat(value(site, ssh("node-3"), HEALTH)).isEmpty();
        } finally {
            lab.host("node-3").mend();
        }
        heard.until("it is back", 60_000, link("node-3", LinkState.CONNECTED));
    }

    @Test
    void aClockThatIsTwoMinutesOffIsTold(Lab lab) {
        lab.host("node-1").faults().clock(-120);
        try {
            listen(lab, known(lab), "node-1");
            Site site = heard.until(
                    "its clock is told",
                    all -> value(all, ElementId.host("node-1"), CLOCK_OFFSET).isPresent());

            long uncertain =
                    value(site, ElementId.host("node-1"), CLOCK_UNCERTAINTY).orElseThrow();
            assertThat(value(site, ElementId.host("node-1"), CLOCK_OFFSET).orElseThrow())
                    .isBetween(-120_001 - uncertain, -119_999 + uncertain);
        } finally {
            lab.host("node-1").faults().clear();
        }
    }
}
