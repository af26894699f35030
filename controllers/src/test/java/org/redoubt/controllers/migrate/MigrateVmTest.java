package org.redoubt.controllers.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Tuning;

class MigrateVmTest {

    private final HandSite site = new HandSite(new Changes());
    private final ElementId one = site.host("one");
    private final ElementId three = site.host("three");
    private final ElementId two = site.host("two");
    private final ElementId vm = site.vm("payroll-db", one);
    private final MigrateVm migrate = new MigrateVm(site::site);

    @Test
    void itAlwaysAnswersFromTheNewestSite() {
        assertThat(migrate.plan(vm, two, Tuning.DEFAULT).possible()).isTrue();
        site.says("two", new Assertion<>(two, Attributes.LINK, LinkState.LOST));
        assertThat(migrate.plan(vm, two, Tuning.DEFAULT).possible()).isFalse();
    }

    @Test
    void everyHostAnswersAndTheBestIsProposedFirst() {
        site.says("three", new Assertion<>(three, Attributes.LINK, LinkState.LOST));
        assertThat(migrate.fits(vm)).extracting(Fit::host).containsExactly(one, three, two);
        assertThat(migrate.ranked(vm)).extracting(Fit::host).first().isEqualTo(two);
    }
}
