package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Entry;
import org.redoubt.app.SiteOpener;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Real VMs that a real Pacemaker owns: dragged through the window, moved by their cluster, and nobody else moves. */
@OnLab(Lab.Part.CLUSTER)
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LabClusterMoveTest {

    /** A resource and the node of its one instance, as crm_mon's XML has them. */
    private static final Pattern PLACE = Pattern.compile("<resource id=\"([^\"]+)\"[^>]*>\\s*<node name=\"([^\"]+)\"");

    private static Lab lab;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;

    @BeforeAll
    static void bring(Lab brought) {
        lab = brought;
    }

    @BeforeEach
    void rest() {
        lab.host("node-1").exec("crm_resource", "--wait", "--timeout", "60");
    }

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(
                stage, desk -> SiteOpener.open(lab.siteOfCluster().toString(), desk, true), folder);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aVmIsDraggedAndItsClusterMovesItLiveAndNobodyElse() {
        String name = guest("true");
        Map<String, String> before = places();
        String from = before.get(name);
        String to = from.equals("node-2") ? "node-3" : "node-2";
        ElementId vm = owned(name, from);
        long tick = lab.tick(name).orElseThrow();

        console.carry(vm, console.host(to));
        console.drop();
        console.until("its cluster has rehearsed it", () -> console.says("nothing else moves"));
        assertThat(console.says("through Pacemaker, live, while it runs")).isTrue();
        console.confirm();
        console.workEnds(Outcome.Done.class);

        before.put(name, to);
        assertThat(places()).isEqualTo(before);
        assertThat(rules()).doesNotContain("cli-prefer-" + name);
        assertThat(lab.whereRuns(name)).contains(lab.host(to));
        assertThat(lab.awaitTickAfter(name, tick)).as("the same run of it").isGreaterThan(tick);
        assertThat(console.journal().stream()
                        .filter(Entry.Intended.class::isInstance)
                        .<Class<?>>map(entry ->
                                ((Entry.Intended) entry).intent().step().getClass()))
                .isEqualTo(List.of(Step.ClusterMove.class, Step.ClusterClear.class));
        console.until(
                "the chip lands",
                () -> console.whereIs(vm).filter(console.host(to)::equals).isPresent());
    }

    @Test
    void withoutAllowMigrateItIsAStopAndAStartThatIsAcceptedByName() {
        String name = guest("false");
        Map<String, String> before = places();
        String from = before.get(name);
        String to = from.equals("node-2") ? "node-3" : "node-2";
        ElementId vm = owned(name, from);

        console.carry(vm, console.host(to));
        console.drop();
        console.until("it is asked for by name", () -> console.shows("#accept-stop-and-start"));
        assertThat(console.says("a stop and a start, not live")).isTrue();
        assertThat(console.robot().lookup("#plan-confirm").query().isDisabled()).isTrue();
        console.robot().clickOn("#accept-stop-and-start");
        console.confirm();
        // the guest does not heed the power button: only after a while its cluster pulls the plug
        Lab.await(
                name + " to be stopped",
                () -> lab.whereRuns(name).map(lab.host(to)::equals).orElse(true));
        Lab.await(name + " to start on " + to, () -> to.equals(places().get(name)));
        console.workEnds(Outcome.Done.class);

        before.put(name, to);
        assertThat(places()).isEqualTo(before);
        assertThat(rules()).doesNotContain("cli-prefer-" + name);
    }

    @Test
    void whatItsClusterDoesNotManageIsNotMovedThroughIt() {
        String name = guest("true");
        String from = places().get(name);
        ElementId vm = owned(name, from);
        manage(name, "false");
        try {
            console.until(
                    "it is heard that nobody manages it",
                    () -> Ownership.of(console.site(), console.site().vm(vm).orElseThrow())
                                    instanceof Ownership.Owned(var resource)
                            && resource.value(Attributes.MAINTENANCE).orElse(false));
            console.carry(vm, console.host(from.equals("node-2") ? "node-3" : "node-2"));
            console.drop();
            console.until("it is refused", () -> console.says("leaves it alone now"));
            assertThat(console.shows("#plan-confirm")).isFalse();
            assertThat(places().get(name)).isEqualTo(from);
        } finally {
            manage(name, "true");
        }
    }

    private static void manage(String name, String managed) {
        lab.host("node-1")
                .exec(
                        "crm_resource",
                        "--meta",
                        "--resource",
                        name,
                        "--set-parameter",
                        "is-managed",
                        "--parameter-value",
                        managed);
    }

    /** A VM of the cluster whose resource has this allow-migrate. */
    private static String guest(String migrates) {
        return lab.guests().stream()
                .map(Lab.Guest::name)
                .filter(name -> places().containsKey(name))
                .filter(name -> lab.host("node-1")
                        .exec("crm_resource", "--meta", "--resource", name, "--get-parameter", "allow-migrate")
                        .strip()
                        .endsWith(migrates))
                .findFirst()
                .orElseThrow();
    }

    /** Shown where it is, and known to be its cluster's. */
    private ElementId owned(String name, String node) {
        ElementId vm = console.vm(name);
        console.until(
                "it is shown on " + node,
                () -> console.whereIs(vm).filter(console.host(node)::equals).isPresent());
        console.until(
                "it is known that Pacemaker owns it",
                () -> Ownership.of(console.site(), console.site().vm(vm).orElseThrow()) instanceof Ownership.Owned);
        return vm;
    }

    private static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        PLACE.matcher(lab.host("node-1").exec("crm_mon", "-1", "-r", "--output-as=xml"))
                .results()
                .forEach(one -> places.put(one.group(1), one.group(2)));
        return places;
    }

    private static String rules() {
        return lab.host("node-1").exec("cibadmin", "-Q", "-o", "constraints");
    }
}
