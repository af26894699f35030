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
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Real hosts of which nobody says who owns their VMs: refused, until that is accepted by name. */
@OnLab
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabOwnerTest {

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
                stage, desk -> SiteOpener.open(lab.siteOfUnknownOwner().toString(), desk, true), folder);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aMoveIsRefusedUntilTheUnknownOwnerIsAcceptedByName() {
        lab.place("db-primary", lab.host("node-1"));
        ElementId vm = console.vm("db-primary");
        ElementId target = console.host("node-2");
        console.until(
                "it is shown on node-1",
                () -> console.whereIs(vm).filter(console.host("node-1")::equals).isPresent());
        console.carry(vm, target);
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(console.robot().lookup("#plan-confirm").query().isDisabled()).isTrue();
        assertThat(console.says("owner-unknown")).isTrue();

        console.robot().clickOn("#accept-owner-unknown");
        console.confirm();
        console.workEnds(Outcome.Done.class);
        assertThat(lab.host("node-2").running()).contains(vm.key());
        assertThat(console.journal())
                .filteredOn(Entry.Intended.class::isInstance)
                .singleElement()
                .satisfies(entry ->
                        assertThat(((Entry.Intended) entry).intent().accepted()).contains("owner-unknown"));
    }
}
