package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.app.SiteOpener;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A host whose libvirtd is dead, and one whose libvirtd hangs: shown in time, refused as a target, and nobody else's matter. */
@OnLab
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabFaultsTest {

    /** libvirt's keepalive: three probes, five seconds apart. */
    private static final long KEEPALIVE = 15_000;
    /** Two polls. */
    private static final long FRESH = 10_000;

    private static Lab lab;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private long oldest;

    @BeforeAll
    static void bring(Lab brought) {
        lab = brought;
    }

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(stage, desk -> SiteOpener.open(lab.site().toString(), desk, true), folder);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        Lab.up(Lab.Guests.FEW); // makes good what was broken
    }

    @Test
    void aHostWhoseLibvirtdIsKilledIsShownAndRefused() {
        allAreHeard();
        lab.host("node-3").killLibvirtd();
        brokenHostIsShown(Set.of(LinkState.REFUSED, LinkState.LOST));
        aDropOnItIsRefused();
        lab.host("node-3").startLibvirtd();
        allAreHeard();
    }

    @Test
    void aHostWhoseLibvirtdHangsIsShownAndRefused() {
        allAreHeard();
        lab.host("node-3").stopLibvirtd();
        brokenHostIsShown(Set.of(LinkState.HANGS, LinkState.LOST, LinkState.UNREACHABLE));
        aDropOnItIsRefused();
        lab.host("node-3").continueLibvirtd();
        allAreHeard();
    }

    private void allAreHeard() {
        console.until(
                "all three hosts are connected",
                () -> console.site().hosts().count() == 3
                        && console.site().hosts().allMatch(host -> host.link().connected())
                        && console.site().vms().count() >= 4);
    }

    private void brokenHostIsShown(Set<LinkState> how) {
        long from = console.site().now();
        ElementId broken = console.host("node-3");
        console.until("node-3 is shown as " + how, () -> {
            watchTheOthers();
            return how.contains(console.site().host(broken).orElseThrow().link());
        });
        assertThat(console.site().now() - from)
                .as("milliseconds until it was shown")
                .isLessThanOrEqualTo(KEEPALIVE);
        console.until("the window names it", () -> console.shows("#hosts-not-connected"));
    }

    private void aDropOnItIsRefused() {
        ElementId vm = console.site()
                .vms()
                .filter(each -> each.whereabouts()
                        .host()
                        .filter(host -> !console.site().nameOf(host).equals("node-3"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        console.carry(vm, console.host("node-3"));
        assertThat(console.map().answers().get(console.host("node-3"))).isNotNull();
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(console.robot().lookup("#plan-confirm").query().isDisabled()).isTrue();
        assertThat(console.words()).anyMatch(word -> word.startsWith("✕ ") && word.contains("node-3"));
        assertThat(console.works()).isEmpty();
        watchTheOthers();
        assertThat(oldest)
                .as("age of the oldest newest fact of the other hosts, ms")
                .isLessThanOrEqualTo(FRESH);
    }

    /** The age of what was last heard of each host that is well. */
    private void watchTheOthers() {
        Site site = console.site();
        for (String name : List.of("node-1", "node-2")) {
            Optional<Long> heard = site.host(console.host(name)).stream()
                    .flatMap(host -> host.claims().about(Attributes.MEMORY_FREE).stream())
                    .map(Claim::heard)
                    .max(Long::compare);
            oldest = Math.max(oldest, site.now() - heard.orElseThrow());
        }
    }
}
