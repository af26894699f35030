package org.redoubt.views.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;

class VmRowTest {

    private final Site site = new TestSite()
            .host("node-1", LinkState.CONNECTED, null)
            .vm("u-1", "payroll-db", "node-1", RunState.RUNNING)
            .vm("u-2", "old\u0007bell", "node-1", RunState.CRASHED)
            .at(4000);

    private VmRow row(String id) {
        return site.vms()
                .map(vm -> VmRow.of(0, vm, site))
                .filter(row -> row.id().key().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowSaysWhatTheMapSays() {
        assertThat(row("u-1").host()).isEqualTo("node-1");
        assertThat(row("u-1").stateWords()).isEqualTo("running");
        assertThat(row("u-1").age(site.now())).isEqualTo(3000);
        assertThat(row("u-1").load()).isEqualTo(-1.0);
    }

    @Test
    void whatIsAbnormalHasAShapeAndHostileNamesAreText() {
        assertThat(row("u-2").stateWords()).isEqualTo("✕ crashed");
        assertThat(row("u-2").name()).isEqualTo("old␇bell");
    }

    @Test
    void aFilterWantsEveryWord() {
        assertThat(row("u-1").matches("payroll", "node-1")).isTrue();
        assertThat(row("u-1").matches("payroll", "crashed")).isFalse();
        assertThat(row("u-2").matches("crashed")).isTrue();
    }
}
