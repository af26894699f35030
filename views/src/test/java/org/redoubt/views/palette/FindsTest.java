package org.redoubt.views.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;

class FindsTest {

    private static final String HOSTILE = "vm;reboot $(id)\u202Ex";
    private final Site site = new TestSite()
            .host("node-1", LinkState.CONNECTED, "payroll")
            .vm("u-1", "payroll-db", "node-1", RunState.RUNNING)
            .vm("u-2", HOSTILE, "node-1", RunState.RUNNING)
            .at(1000);
    private final List<Action> actions =
            List.of(new Action("Move the selected VM…", "M", () -> {}), new Action("Larger", "Ctrl +", () -> {}));

    private List<Hit> find(String query) {
        return Finds.of(query, null, site, actions, 12);
    }

    @Test
    void nothingTypedOffersTheActionsAlone() {
        assertThat(find("")).hasSize(2).allMatch(Hit.Do.class::isInstance);
    }

    @Test
    void aNameFindsItsElementAndSaysWhereItIs() {
        assertThat(find("payroll-db").getFirst()).isInstanceOfSatisfying(Hit.Fly.class, hit -> {
            assertThat(hit.id()).isEqualTo(ElementId.vm("u-1"));
            assertThat(hit.where()).isEqualTo("on node-1");
        });
    }

    @Test
    void anIdFindsItsElement() {
        assertThat(find("vm:u-2")).hasSize(1);
    }

    @Test
    void aHostileNameIsFoundAndShownAsText() {
        assertThat(find("reboot").getFirst())
                .isInstanceOfSatisfying(
                        Hit.Fly.class, hit -> assertThat(hit.name()).isEqualTo("vm;reboot $(id)‹U+202E›x"));
    }

    @Test
    void aGreaterSignFindsActionsOnly() {
        assertThat(find(">move")).hasSize(1).allMatch(Hit.Do.class::isInstance);
        assertThat(find(">payroll")).isEmpty();
    }

    @Test
    void noMoreThanAsked() {
        TestSite many = new TestSite().host("node-1", LinkState.CONNECTED, null);
        for (int i = 0; i < 100; i++) {
            many.vm("u-" + i, "web-" + i, "node-1", RunState.RUNNING);
        }
        assertThat(Finds.of("web", null, many.at(1000), actions, 12)).hasSize(12);
    }
}
