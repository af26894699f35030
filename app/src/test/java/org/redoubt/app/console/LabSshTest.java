package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Real hosts that this desk reaches by ssh alone. Among each other they migrate by the address that the site file gives
 * as their peer's: the desk's key is not theirs.
 */
@OnLab
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabSshTest {

    private static Lab lab;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;

    @BeforeAll
    static void bring(Lab brought) {
        lab = brought;
    }

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(
                stage, desk -> SiteOpener.open(lab.siteBySsh().toString(), desk, true), folder);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aVmIsDraggedBetweenHostsThatAreReachedBySsh() {
        lab.place("web-01", lab.host("node-1"));
        long before = lab.tick("web-01").orElseThrow();
        ElementId vm = console.vm("web-01");
        ElementId source = console.host("node-1");
        ElementId target = console.host("node-2");
        console.until(
                "it is shown on node-1",
                () -> console.whereIs(vm).filter(source::equals).isPresent());
        isReachedBySsh("node-1", source);
        isReachedBySsh("node-2", target);

        console.carry(vm, target);
        console.drop();
        console.confirm();
        console.workEnds(Outcome.Done.class);

        assertThat(lab.host("node-2").defined()).contains(vm.key());
        assertThat(lab.host("node-1").defined()).doesNotContain(vm.key());
        assertThat(lab.awaitTickAfter("web-01", before)).isGreaterThan(before);
        console.until(
                "the chip lands",
                () -> console.whereIs(vm).filter(target::equals).isPresent());
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

    /** The site says so, and on the host there are logins. */
    private void isReachedBySsh(String name, ElementId host) {
        assertThat(console.site().host(host).orElseThrow().value(Attributes.ADDRESS))
                .hasValueSatisfying(address -> assertThat(address).startsWith("qemu+ssh://"));
        assertThat(console.site().host(host).orElseThrow().value(Attributes.PEER_ADDRESS))
                .contains(lab.host(name).uri());
        assertThat(lab.host(name).exec("pgrep", "-f", "^sshd: root")).isNotBlank();
    }
}
