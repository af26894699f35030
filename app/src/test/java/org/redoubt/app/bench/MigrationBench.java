package org.redoubt.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.app.SiteOpener;
import org.redoubt.app.console.ConsoleUnderTest;
import org.redoubt.controllers.run.Phase;
import org.redoubt.topology.model.ElementId;
import org.testfx.api.FxToolkit;

/**
 * How long a move takes from Confirm until the chip lands, beside {@code virsh migrate --live --p2p} of the same VM, in
 * turn. It measures, and asserts only that the moves happened; not part of {@code ./test} (docs/benchmarks.md).
 */
@OnLab
@Tag("ui")
class MigrationBench {

    private static final String VM = "db-primary";
    private static final int PAIRS = Integer.getInteger("redoubt.bench.pairs", 10);

    @TempDir
    Path folder;

    @Test
    void confirmToLandedBesideVirsh(Lab lab) throws Exception {
        lab.place(VM, lab.host("node-1"));
        FxToolkit.registerPrimaryStage();
        ConsoleUnderTest[] opened = new ConsoleUnderTest[1];
        FxToolkit.setupStage(stage -> {
            try {
                opened[0] = new ConsoleUnderTest(
                        stage, desk -> SiteOpener.open(lab.site().toString(), desk, true), folder);
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        List<Double> ratios = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of("pair\tvirsh ms\tconsole ms\tratio"));
        try (ConsoleUnderTest console = opened[0]) {
            ElementId vm = console.vm(VM);
            console.host("node-2");
            byConsole(console, vm, "node-2"); // once each, not counted
            byVirsh(lab, vm, "node-2", "node-1");
            for (int pair = 1; pair <= PAIRS; pair++) {
                isOn(console, vm, "node-1");
                double theirs = byVirsh(lab, vm, "node-1", "node-2");
                isOn(console, vm, "node-2");
                byVirsh(lab, vm, "node-2", "node-1");
                isOn(console, vm, "node-1");
                double ours = byConsole(console, vm, "node-2");
                byVirsh(lab, vm, "node-2", "node-1");
                ratios.add(ours / theirs);
                lines.add("%d\t%.0f\t%.0f\t%.2f".formatted(pair, theirs, ours, ours / theirs));
            }
        }
        Collections.sort(ratios);
        double median = (ratios.get((PAIRS - 1) / 2) + ratios.get(PAIRS / 2)) / 2;
        lines.add("median ratio\t%.2f".formatted(median));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "migration-bench.tsv"), lines);
    }

    private static void isOn(ConsoleUnderTest console, ElementId vm, String host) {
        ElementId there = console.host(host);
        console.until(
                "it is shown on " + host,
                () -> console.whereIs(vm).filter(there::equals).isPresent());
    }

    private static double byConsole(ConsoleUnderTest console, ElementId vm, String to) {
        ElementId there = console.host(to);
        console.carry(vm, there);
        console.drop();
        console.until(
                "it can be confirmed",
                () -> console.shows("#plan-confirm")
                        && !console.robot().lookup("#plan-confirm").query().isDisabled());
        Button confirm = console.robot().lookup("#plan-confirm").queryAs(Button.class);
        long begun = System.nanoTime();
        console.robot().interact(confirm::fire);
        isOn(console, vm, to);
        double millis = (System.nanoTime() - begun) / 1e6;
        console.until("it is concluded", () -> console.works().getFirst().phase() == Phase.ENDED);
        return millis;
    }

    /** The command that a person would type, without the lab's scripts around it. */
    private static double byVirsh(Lab lab, ElementId vm, String from, String to) throws Exception {
        long begun = System.nanoTime();
        Process virsh = new ProcessBuilder(
                        "virsh",
                        "-c",
                        lab.host(from).uri(),
                        "migrate",
                        "--live",
                        "--p2p",
                        "--auto-converge",
                        "--persistent",
                        "--undefinesource",
                        vm.key(),
                        lab.host(to).uri())
                .inheritIO()
                .start();
        assertThat(virsh.waitFor()).isZero();
        return (System.nanoTime() - begun) / 1e6;
    }
}
