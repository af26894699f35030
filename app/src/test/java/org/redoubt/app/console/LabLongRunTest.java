package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.libvirt.HostEntry;
import org.redoubt.agent.libvirt.LibvirtAgents;
import org.redoubt.agent.libvirt.LibvirtLibrary;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The console left open while things happen: native references, threads and heap do not grow. {@code
 * -Dredoubt.longrun.minutes=30} makes it as long as a person would want; without it, it is short.
 */
@OnLab
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabLongRunTest {

    private static final double MINUTES = Double.parseDouble(System.getProperty("redoubt.longrun.minutes", "0.7"));

    private static Lab lab;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private LibvirtAgents agents;

    private record Figures(long handles, int threads, long heap) {}

    @BeforeAll
    static void bring(Lab brought) {
        lab = brought;
    }

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(
                stage,
                desk -> {
                    List<HostEntry> hosts = new ArrayList<>();
                    lab.hosts()
                            .forEach(host -> hosts.add(new HostEntry(host.name(), host.uri(), Optional.empty(), true)));
                    agents = new LibvirtAgents("lab", hosts, new LibvirtLibrary(desk), desk);
                    return agents;
                },
                folder);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void nothingGrowsWhileEventsCome() {
        ElementId vm = console.vm("db-primary");
        List<Figures> seen = new ArrayList<>();
        long end = console.site().now() + (long) (MINUTES * 60_000);
        long next = 0;
        int rounds = 0;
        while (console.site().now() < end || seen.size() < 4) {
            event(vm);
            rounds++;
            if (console.site().now() >= next) {
                seen.add(figures());
                next = console.site().now() + (long) (MINUTES * 60_000 / 10);
            }
        }
        seen.add(figures());
        System.out.printf("%d suspends and resumes in %.1f min: %s%n", rounds, MINUTES, seen);
        List<Figures> early = seen.subList(0, seen.size() / 2);
        List<Figures> late = seen.subList(seen.size() / 2, seen.size());
        assertThat(most(late, Figures::handles))
                .as("native references")
                .isLessThanOrEqualTo(most(early, Figures::handles));
        assertThat(most(late, Figures::threads)).as("threads").isLessThanOrEqualTo(most(early, Figures::threads) + 1);
        assertThat(late.stream().mapToLong(Figures::heap).min().orElseThrow())
                .as("bytes of heap after collection")
                .isLessThan(most(early, Figures::heap) + (8 << 20));
    }

    private static long most(List<Figures> figures, java.util.function.ToLongFunction<Figures> which) {
        return figures.stream().mapToLong(which).max().orElseThrow();
    }

    /** The VM is suspended and resumed by somebody else; the console hears of both. */
    private void event(ElementId vm) {
        Lab.Host host = lab.whereRuns("db-primary").orElseThrow();
        host.virsh("suspend", vm.key());
        console.until("it is shown paused", () -> state(vm) == RunState.PAUSED);
        host.virsh("resume", vm.key());
        console.until("it is shown running", () -> state(vm) == RunState.RUNNING);
    }

    private RunState state(ElementId vm) {
        return console.site().vm(vm).orElseThrow().whereabouts().state();
    }

    private Figures figures() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return new Figures(
                agents.handles(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                memory.getHeapMemoryUsage().getUsed());
    }
}
