package org.redoubt.controllers.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.JOB;
import static org.redoubt.topology.model.Attributes.STATE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;

class MeasuringTest {

    private final Changes changes = new Changes();
    private final HandClock clock = new HandClock();
    private final HandSite site = new HandSite(changes);
    private final ElementId one = site.host("one");
    private final ElementId two = site.host("two");
    private final ElementId vm = site.vm("payroll-db", one);
    private final ElementId last = site.vm("last", two);
    private final Measuring measuring = new Measuring(site::site, site, clock.desk(), 0, 0);

    @AfterEach
    void end() {
        measuring.close();
    }

    private void measured(ElementId which, ElementId host, int times) {
        changes.await(
                "measured " + times + " times",
                () -> site.hand(host).measured().stream().filter(which::equals).count() == times);
    }

    /** What was asked for before this has been dealt with. */
    private void dealtWith() {
        measuring.interest(last);
        measured(last, two, 2);
    }

    @Test
    void aVmThatIsLookedAtIsMeasuredForAShortAndALongerTime() {
        measuring.interest(vm);
        measured(vm, one, 2);
    }

    @Test
    void lookingAgainMeasuresNothingAnewUntilItIsOld() {
        measuring.interest(vm);
        measured(vm, one, 2);
        measuring.interest(vm);
        dealtWith();
        assertThat(site.hand(one).measured()).hasSize(2);
        clock.set(Measuring.AGAIN);
        measuring.interest(vm);
        measured(vm, one, 4);
    }

    @Test
    void aVmThatIsBusyOrDoesNotRunIsLeftAlone() {
        ElementId off = site.vm("off", one);
        site.says(one.key(), new Assertion<>(vm, JOB, Job.OTHER));
        site.says(one.key(), new Assertion<>(off, STATE, RunState.SHUT_OFF));
        measuring.interest(vm);
        measuring.interest(off);
        dealtWith();
        assertThat(site.hand(one).measured()).isEmpty();
    }
}
