package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.app.SiteOpener;
import org.redoubt.topology.model.ElementId;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** libvirt's own test driver cannot migrate: the console asked it, and says so. Beside it, hosts that cannot be reached. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TestDriverConsoleTest {

    @TempDir
    Path folder;

    private ConsoleUnderTest console;

    @Start
    void start(Stage stage) throws Exception {
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                hosts:
                  - {name: east, uri: "test://%s", owner: none}
                  - {name: west, uri: "test://%s", owner: none}
                  - {name: refused, uri: "qemu+tcp://127.0.0.1:1/system", owner: none}
                  - {name: wrong, uri: "qemoo:///system", owner: none}
                """.formatted(node("east-vm"), node("west-vm")));
        console = new ConsoleUnderTest(stage, desk -> SiteOpener.open(site.toString(), desk, true), folder);
    }

    private Path node(String vm) throws IOException {
        return Files.writeString(folder.resolve(vm + ".xml"), """
                <node>
                  <domain type='test'>
                    <name>%s</name><uuid>%s</uuid><memory>131072</memory><vcpu>1</vcpu><os><type>hvm</type></os>
                  </domain>
                </node>
                """.formatted(vm, UUID.randomUUID()));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aDriverThatCannotMigrateSaysSoAndNothingIsStarted() {
        ElementId vm = console.vm("east-vm");
        console.carry(vm, console.host("west"));
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(console.words()).as("reasons").anyMatch(word -> word.startsWith("✕ ") && word.contains("migrat"));
        assertThat(console.robot().lookup("#plan-confirm").query().isDisabled()).isTrue();
        assertThat(console.works()).isEmpty();
        assertThat(console.journal()).hasSize(1);
    }

    @Test
    void hostsThatCannotBeReachedAreNamedWithWhatToDoAndTheOthersGoOn() {
        console.vm("east-vm");
        console.until(
                "what is wrong is named",
                () -> console.shows("#hosts-not-connected")
                        && console.says("refused")
                        && console.words().stream().anyMatch(word -> word.contains("wrong")));
        assertThat(console.site()
                        .host(console.host("east"))
                        .orElseThrow()
                        .link()
                        .connected())
                .isTrue();
        assertThat(console.site()
                        .host(console.host("west"))
                        .orElseThrow()
                        .link()
                        .connected())
                .isTrue();
    }
}
