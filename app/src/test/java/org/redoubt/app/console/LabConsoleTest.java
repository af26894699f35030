package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Entry;
import org.redoubt.app.SiteOpener;
import org.redoubt.controllers.run.Phase;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.views.words.Units;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The whole way of a move on real hosts: the real window, libvirtd, QEMU, and a guest that ticks on. */
@OnLab
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabConsoleTest {

    private static Lab lab;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private FxRobot robot;

    @BeforeAll
    static void bring(Lab brought) throws Lab.UnavailableException {
        lab = Lab.up(Lab.Guests.ALL);
    }

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(stage, desk -> SiteOpener.open(lab.site().toString(), desk, true), folder);
        robot = console.robot();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aRunningVmIsDraggedToAnotherHostAndLibvirtMovesIt() {
        lab.place("db-primary", lab.host("node-1"));
        long before = lab.tick("db-primary").orElseThrow();
        ElementId vm = runsOn("db-primary", "node-1");

        console.carry(vm, console.host("node-2"));
        assertThat(console.map().answers()).hasSize(3);
        console.drop();
        Remaining remaining = new Remaining(vm);
        confirm("10");
        remaining.watch();
        console.workEnds(Outcome.Done.class);

        remaining.isWhatTheJobSaid();
        assertThat(lab.host("node-2").running()).contains(vm.key());
        assertThat(lab.host("node-1").running()).doesNotContain(vm.key());
        assertThat(lab.host("node-1").defined()).doesNotContain(vm.key());
        assertThat(lab.awaitTickAfter("db-primary", before)).isGreaterThan(before);
        console.until("the chip lands", () -> console.whereIs(vm).equals(Optional.of(console.host("node-2"))));
        console.until("it is scored", () -> console.journal().size() == 4);
        assertThat(console.journal().get(3)).isInstanceOf(Entry.Scored.class);
        assertThat(console.journal().get(1))
                .isInstanceOfSatisfying(
                        Entry.Intended.class,
                        entry -> assertThat(entry.intent().step().subject()).isEqualTo(vm));
        assertThat(console.journal().get(2))
                .isInstanceOfSatisfying(
                        Entry.Concluded.class,
                        entry -> assertThat(entry.outcome()).isInstanceOf(Outcome.Done.class));
    }

    @Test
    void aMoveThatIsCancelledMidwayLeavesTheVmWhereItWas() {
        lab.place("web-01", lab.host("node-2"));
        ElementId vm = runsOn("web-01", "node-2");
        long before = lab.tick("web-01").orElseThrow();

        console.carry(vm, console.host("node-1"));
        console.drop();
        confirm("5");
        console.until("it is copying", () -> console.says("remaining ") && console.says("MiB/s"));
        robot.clickOn(".cancel-work");
        console.workEnds(Outcome.Unchanged.class);

        console.until("the window says so", () -> console.says("node-2 → node-1: unchanged"));
        assertThat(lab.host("node-2").running()).contains(vm.key());
        assertThat(lab.host("node-1").running()).doesNotContain(vm.key());
        assertThat(lab.host("node-3").defined()).doesNotContain(vm.key());
        lab.awaitTickAfter("web-01", before);
        assertThat(console.whereIs(vm)).contains(console.host("node-2"));
        assertThat(console.journal())
                .last()
                .isInstanceOfSatisfying(
                        Entry.Concluded.class,
                        entry -> assertThat(entry.outcome()).isInstanceOf(Outcome.Unchanged.class));
    }

    @Test
    void hostileNamesAreDrawnMovedAndJournalledWithNoHarm() {
        String longest = lab.guests().stream()
                .map(Lab.Guest::name)
                .filter(name -> name.codePointCount(0, name.length()) == 200)
                .findFirst()
                .orElseThrow();
        for (String name : List.of("vm;reboot $(id)", longest)) {
            lab.place(name, lab.host("node-1"));
            ElementId vm = runsOn(name, "node-1");
            assertThat(console.map().seen(vm)).as("drawn").isPresent();
            console.carry(vm, console.host("node-3"));
            console.drop();
            confirm("");
            console.workEnds(Outcome.Done.class);
            assertThat(lab.host("node-3").running()).contains(vm.key());
            assertThat(console.journal())
                    .filteredOn(Entry.Intended.class::isInstance)
                    .last()
                    .satisfies(entry -> assertThat(
                                    ((Entry.Intended) entry).intent().title())
                            .contains(name));
        }
    }

    @Test
    void severalMoveAtOnceAndEachLands() {
        List<String> names = List.of("web-01", "web-02", "web-03");
        List<ElementId> vms = new ArrayList<>();
        for (String name : names) {
            lab.place(name, lab.host("node-1"));
            vms.add(runsOn(name, "node-1"));
        }
        for (int i = 0; i < names.size(); i++) {
            console.carry(vms.get(i), console.host(i % 2 == 0 ? "node-2" : "node-3"));
            console.drop();
            confirm("20");
        }
        console.until(
                "all have landed",
                () -> console.works().size() == 3
                        && console.works().stream().allMatch(work -> work.phase() == Phase.ENDED));
        assertThat(console.works())
                .allSatisfy(work -> assertThat(work.outcome()).containsInstanceOf(Outcome.Done.class));
        assertThat(lab.host("node-2").running())
                .contains(vms.get(0).key(), vms.get(2).key());
        assertThat(lab.host("node-3").running()).contains(vms.get(1).key());
    }

    @Test
    void aVmWhoseNetworkTheHostLacksIsRefusedWithTheReason() {
        ElementId vm = runsOn("dmz-proxy", "node-3");
        console.carry(vm, console.host("node-1"));
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(console.says("dmz")).isTrue();
        assertThat(robot.lookup("#plan-confirm").query().isDisabled()).isTrue();
        assertThat(console.works()).isEmpty();
    }

    private ElementId runsOn(String name, String host) {
        ElementId vm = console.vm(name);
        ElementId where = console.host(host);
        console.until(
                name + " is shown on " + host,
                () -> console.whereIs(vm).filter(where::equals).isPresent());
        return vm;
    }

    private void confirm(String mebibytesPerSecond) {
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        if (!mebibytesPerSecond.isEmpty()) {
            console.limitBandwidth(mebibytesPerSecond);
        }
        console.confirm();
    }

    /** The remaining figures that the job gave and that the strip showed, from now until the work ends. */
    private final class Remaining {
        private final List<String> shown = new ArrayList<>();
        private final List<Long> given = new CopyOnWriteArrayList<>();

        Remaining(ElementId vm) {
            console.onWork(() -> console.works().stream()
                    .filter(work -> work.step().subject().equals(vm))
                    .map(work -> work.figures().remaining())
                    .filter(remaining -> remaining >= 0 && !given.contains(remaining))
                    .forEach(given::add));
        }

        void watch() {
            console.until("the work ends, watched", () -> {
                console.words().stream()
                        .filter(word -> word.contains("remaining "))
                        .map(word -> word.replaceFirst(".*remaining ", "").replaceFirst(" of .*", ""))
                        .filter(word -> !shown.contains(word))
                        .forEach(shown::add);
                return !console.works().isEmpty() && console.works().getFirst().phase() == Phase.ENDED;
            });
        }

        void isWhatTheJobSaid() {
            List<String> said = given.stream().map(Units::bytes).toList();
            assertThat(said).as("what the job said").containsAll(shown);
            List<Long> seen = given.stream()
                    .filter(remaining -> shown.contains(Units.bytes(remaining)))
                    .toList();
            assertThat(seen)
                    .as("figures that were on the screen: %s of %s", shown, said)
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(seen.subList(0, 3)).as("falling").isSortedAccordingTo(Comparator.reverseOrder());
        }
    }
}
