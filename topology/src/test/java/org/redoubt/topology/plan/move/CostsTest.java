package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.GIB;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Tuning;

class CostsTest {

    private final Small small = new Small();

    private Fit fit() {
        return Fitting.check(small.site(), VM, TWO).orElseThrow();
    }

    private void port(ElementId host, ElementKind kind, String name, boolean up) {
        ElementId card = host.part(ElementKind.ADAPTER_CARD, "slot-" + name);
        ElementId port = host.part(kind, name);
        small.say(card, PART_OF, host);
        small.say(port, PART_OF, card);
        small.say(port, UP, up);
    }

    @Test
    void littleMemoryLeftIsACost() {
        small.say(TWO, MEMORY_FREE, 8 * GIB + 4 * GIB);
        assertThat(fit().costs()).containsExactly("leaves 6 % of its memory free");
        assertThat(fit().objections()).isEmpty();
        assertThat(fit().verdict()).isEqualTo(Fit.Verdict.FITS_BUT);
    }

    @Test
    void twoOfAGroupOnOneHostIsACost() {
        ElementId group = new ElementId(ElementKind.VM_GROUP, "payroll");
        ElementId mate = ElementId.vm("mate");
        small.say(VM, MEMBER_OF, List.of(group));
        small.run(mate, TWO);
        small.say(mate, NAME, "payroll-standby");
        assertThat(fit().costs()).isEmpty();
        small.say(mate, MEMBER_OF, List.of(group));
        assertThat(fit().costs()).containsExactly("on one host with payroll-standby of its group");
    }

    @Test
    void fewerPortsThanHereIsACostAndMoreIsNone() {
        port(ONE, ElementKind.HBA_PORT, "hba0", true);
        port(ONE, ElementKind.HBA_PORT, "hba1", true);
        port(TWO, ElementKind.HBA_PORT, "hba0", true);
        port(TWO, ElementKind.HBA_PORT, "hba1", false);
        port(ONE, ElementKind.NETWORK_PORT, "nic0", true);
        port(TWO, ElementKind.NETWORK_PORT, "nic0", true);
        port(TWO, ElementKind.NETWORK_PORT, "nic1", true);
        assertThat(fit().costs()).containsExactly("1 storage port up instead of 2");
        port(TWO, ElementKind.NETWORK_PORT, "nic0", false);
        port(TWO, ElementKind.NETWORK_PORT, "nic1", false);
        assertThat(fit().costs()).containsExactly("1 storage port up instead of 2", "0 network ports up instead of 1");
    }

    @Test
    void portsThatNobodySpeaksOfCostNothing() {
        port(ONE, ElementKind.HBA_PORT, "hba0", true);
        assertThat(fit().costs()).isEmpty();
    }

    @Test
    void aHostThatTakesInSeveralAlreadyMakesItWait() {
        for (String name : List.of("x", "y")) {
            ElementId other = ElementId.vm(name);
            small.run(other, TWO);
            small.say("two", other, JOB, Job.MIGRATING_IN);
        }
        assertThat(fit().costs()).containsExactly("waits for 2 migrations there");
        assertThat(fit().prediction().orElseThrow().basis()).contains("shared with 2 more");
    }

    @Test
    void aMigrationThatMayNeverEndIsACost() {
        small.say(VM, DIRTY_RATE, 100_000_000_000L);
        assertThat(Planning.migrate(small.site(), VM, TWO, new Tuning(0, false, 0))
                        .costs())
                .containsExactly("may never end: its memory changes faster than the link copies it");
    }

    @Test
    void aGuestThatHasToBeSlowedDownIsACost() {
        small.say(VM, DIRTY_RATE, 100_000_000_000L);
        assertThat(fit().costs()).singleElement().asString().matches("slows it down by up to \\d\\d % so that it ends");
    }
}
