package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.controllers.run.Phase;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window says when things are not as they should be, or not known. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ConsoleStatesTest {

    private static final String HOSTILE = "vm;reboot $(id)";
    private static final String LONG = "\u202E" + "Größe-給与-🚀".repeat(20);

    @TempDir
    Path folder;

    private Stage stage;
    private ConsoleUnderTest console;
    private FxRobot robot;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void open(java.util.function.Function<org.redoubt.agent.port.Desk, SiteAgents> site) {
        WaitForAsyncUtils.waitForAsyncFx(ConsoleUnderTest.PATIENCE * 1000, () -> {
            console = new ConsoleUnderTest(stage, site, folder);
            robot = console.robot();
            return console;
        });
    }

    @Test
    void eachHostThatIsNotConnectedIsNamedWithWhatToDo() {
        open(desk -> {
            HandMadeSite site = new HandMadeSite(desk);
            site.host("good", LinkState.CONNECTED, "");
            site.host("closed", LinkState.REFUSED, "connection refused by 192.0.2.7:22");
            site.host("misspelt", LinkState.BAD_ADDRESS, "qemu+shh is no transport");
            site.host("stranger", LinkState.UNKNOWN_KEY, "the key of stranger is not known");
            site.host("frozen", LinkState.HANGS, "no keepalive for 15 s");
            site.host("elsewhere", LinkState.NO_LIBRARY, "libvirt.so.0 not found");
            return site;
        });
        console.until("five hosts are away", () -> console.shows("#hosts-not-connected"));
        assertThat(console.words())
                .contains("refuses the connection", "wrong address", "host key not known", "does not answer")
                .contains("library missing here", "1 of 6");
        assertThat(console.says("start libvirtd there")).isTrue();

        robot.type(KeyCode.F);
        console.until("the palette", () -> console.shows("#palette-field"));
        robot.write("closed").type(KeyCode.ENTER);
        console.until("why, in its own words", () -> console.says("connection refused by 192.0.2.7:22"));
    }

    @Test
    void hostileNamesAreShownAsTextAndRefusedWithoutHarm() {
        open(desk -> {
            HandMadeSite site = new HandMadeSite(desk);
            site.host("node-1", LinkState.CONNECTED, "")
                    .vm("00000000-0000-0000-0000-000000000001", HOSTILE)
                    .vm("00000000-0000-0000-0000-000000000002", LONG)
                    .vm("00000000-0000-0000-0000-000000000003", "a\u0007\nb");
            site.host("node-2", LinkState.CONNECTED, "");
            return site;
        });
        ElementId vm = console.vm(HOSTILE);
        console.carry(vm, console.host("node-2"));
        console.drop();
        console.until("its plan, by its name", () -> console.says("Move " + HOSTILE));
        robot.type(KeyCode.ESCAPE);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        console.until("the table", () -> console.says(HOSTILE));
        assertThat(console.says("a␇␊b")).isTrue();
        assertThat(console.words()).noneMatch(word -> word.contains("\u202E") || word.contains("\u0007"));
        console.until("the long one is selected and inspected", () -> {
            console.map().flyTo(console.vm(LONG));
            return true;
        });
        assertThat(console.works()).isEmpty();
    }

    @Test
    void aJournalThatWasTamperedWithIsSaidAndTheConsoleStarts() throws Exception {
        Path journal = folder.resolve("journal");
        try (FileJournal before = FileJournal.open(journal, ConsoleUnderTest.desk(), "test")) {
            before.note("the fans were cleaned");
        }
        tamper(journal, "fans", "pans");
        open(desk -> new SimAgents(SimSpec.demo(7), desk));
        console.until("it is said", () -> console.shows("#complaints"));
        console.until("and the site comes up all the same", () -> console.says("10 of 10"));
        robot.interact(() -> robot.lookup("I have read it").queryButton().fire());
        console.until("it was read", () -> !console.shows("#complaints"));
    }

    private static void tamper(Path journal, String word, String other) throws Exception {
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                if (text.contains(word)) {
                    Files.writeString(file, text.replace(word, other), java.nio.charset.StandardCharsets.ISO_8859_1);
                }
            }
        }
    }

    @Test
    void anOutcomeThatNobodyKnowsIsShownUntilTheHostsHaveSettledIt() throws Exception {
        ElementId from;
        ElementId to;
        ElementId vm;
        try (SimAgents world = new SimAgents(SimSpec.demo(7), ConsoleUnderTest.desk())) {
            SiteReading read = SiteReading.of(world);
            vm = read.vm("payroll-db");
            from = read.site().vm(vm).orElseThrow().whereabouts().host().orElseThrow();
            to = read.host("node-3");
        }
        Site empty = Site.empty("demo");
        Plan plan = new Plan(
                "payroll-db: node-2 → node-3",
                empty,
                java.util.List.of(new Step.Migrate(vm, from, to, Tuning.DEFAULT)),
                empty,
                java.util.List.of(),
                java.util.List.of(),
                Optional.empty());
        try (FileJournal before = FileJournal.open(folder.resolve("journal"), ConsoleUnderTest.desk(), "test")) {
            before.intend(plan.steps().getFirst(), new Approval(plan, "ada", Set.of()));
        }
        open(desk -> new SimAgents(SimSpec.demo(7), desk));
        console.until(
                "it is settled from what the hosts say",
                () -> !console.works().isEmpty() && console.works().getFirst().phase() == Phase.ENDED);
        assertThat(console.works().getFirst().outcome()).containsInstanceOf(Outcome.Unchanged.class);
        console.until("the banner is gone", () -> !console.shows("#unsettled"));
        console.until("and it was told", () -> console.says("payroll-db: node-2 → node-3: unchanged"));
    }
}
