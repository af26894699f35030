package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Entry;
import org.redoubt.app.SiteOpener;
import org.redoubt.controllers.run.Phase;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.testfx.api.FxToolkit;

/** The console is killed in the middle of a migration: the next one knows nothing, says so, and finds out. */
@OnLab
@Tag("ui")
class LabCrashTest {

    private static final String VM = "mail-gateway";
    private static final String COPYING = "copying now";

    @TempDir
    Path folder;

    @Test
    void aConsoleThatWasKilledMidwaySettlesWhatItLeft(Lab brought) throws Exception {
        Lab lab = Lab.up(Lab.Guests.ALL);
        lab.place(VM, lab.host("node-1"));
        int before = lab.host("node-1").askedMigrations();
        long tick = lab.tick(VM).orElseThrow();

        killMidway(lab);

        FxToolkit.registerPrimaryStage();
        ConsoleUnderTest[] opened = new ConsoleUnderTest[1];
        FxToolkit.setupStage(stage -> opened[0] = open(stage, lab.site().toString(), folder));
        try (ConsoleUnderTest console = opened[0]) {
            console.until("it says that the outcome is unknown", () -> console.shows("#unsettled"));
            assertThat(console.works()).singleElement().satisfies(work -> {
                assertThat(work.phase()).isEqualTo(Phase.UNSETTLED);
                assertThat(work.outcome()).containsInstanceOf(Outcome.Unknown.class);
            });
            console.until("it is settled", () -> console.works().getFirst().phase() == Phase.ENDED);
            assertThat(console.works().getFirst().outcome()).containsInstanceOf(Outcome.Done.class);
            ElementId vm = console.vm(VM);
            assertThat(console.whereIs(vm)).contains(console.host("node-2"));
            assertThat(running(lab, "node-2")).contains(vm.key());
            assertThat(running(lab, "node-1")).doesNotContain(vm.key());
            List<Entry> written = console.journal();
            assertThat(written).filteredOn(Entry.Intended.class::isInstance).hasSize(1);
            assertThat(written.getFirst()).isInstanceOf(Entry.Opened.class);
            assertThat(written.getLast())
                    .isInstanceOfSatisfying(
                            Entry.Concluded.class,
                            entry -> assertThat(entry.outcome()).isInstanceOf(Outcome.Done.class));
        }
        lab.awaitTickAfter(VM, tick);
        assertThat(lab.host("node-1").askedMigrations() - before).isEqualTo(1);
    }

    private static List<String> running(Lab lab, String host) {
        return lab.host(host)
                .virsh("-q", "list", "--uuid")
                .lines()
                .map(String::strip)
                .toList();
    }

    /** Another process opens the console, drags the VM, and is killed as soon as memory is being copied. */
    private void killMidway(Lab lab) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        lab.site().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); !COPYING.equals(line); line = out.readLine()) {
                assertThat(line).as("the console ended by itself: " + said).isNotNull();
                said.append(line).append('\n');
            }
            child.destroyForcibly(); // SIGKILL
        }
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static ConsoleUnderTest open(Stage stage, String site, Path folder) {
        try {
            return new ConsoleUnderTest(stage, desk -> SiteOpener.open(site, desk, true), folder);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The console that is killed. */
    static final class Doomed {
        public static void main(String[] args) throws Exception {
            FxToolkit.registerPrimaryStage();
            ConsoleUnderTest[] opened = new ConsoleUnderTest[1];
            FxToolkit.setupStage(stage -> opened[0] = open(stage, args[0], Path.of(args[1])));
            ConsoleUnderTest console = opened[0];
            ElementId vm = console.vm(VM);
            console.carry(vm, console.host("node-2"));
            console.drop();
            console.until("the plan", () -> console.shows("#plan-sheet"));
            console.limitBandwidth("4");
            console.until(
                    "it can be confirmed",
                    () -> !console.robot().lookup("#plan-confirm").query().isDisabled());
            console.robot()
                    .interact(() -> console.robot()
                            .lookup("#plan-confirm")
                            .queryAs(Button.class)
                            .fire());
            console.until("it is copying", () -> console.says("remaining ") && console.says("MiB/s"));
            System.out.println(COPYING);
            Thread.currentThread().join();
        }
    }
}
