package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Options;

/** A picture that is not drawn again is the one that would have been drawn. */
class StillnessTest {

    private static Site later(Site site, long millis) {
        return Folding.fold(site, new Fact.Tick(site.now() + millis));
    }

    @Property(tries = 150)
    void whatIsStillLooksTheSame(
            @ForAll @LongRange(max = 999) long seed,
            @ForAll @IntRange(max = 6) int happened,
            @ForAll @LongRange(max = 60_000) long passed) {
        FleetSite fleet = new FleetSite(seed, 9, 2);
        for (int i = 0; i < happened; i++) {
            fleet.happen();
        }
        Site then = later(fleet.site, passed);
        if (Layout.still(fleet.site, then)) {
            assertThat(Layout.of(then, Options.DEFAULT).shapes())
                    .isEqualTo(Layout.of(fleet.site, Options.DEFAULT).shapes());
        }
    }

    @Test
    void aSiteThatIsWellIsStillForASecondAndNotForAMinute() {
        Site site = new FleetSite(1, 9, 2).site;
        assertThat(Layout.still(site, later(site, 1_000))).isTrue();
        assertThat(Layout.still(site, later(site, 60_000))).isFalse();
    }

    @Test
    void whereSomethingWasHeardItIsNot() {
        FleetSite fleet = new FleetSite(1, 9, 2);
        Site before = fleet.site;
        while (fleet.site.storedAt(fleet.vms.getFirst()).equals(before.storedAt(fleet.vms.getFirst()))) {
            fleet.happen();
        }
        assertThat(Layout.still(before, fleet.site)).isFalse();
    }

    @Test
    void aLargeSiteSeesForItself() {
        Site site = new FleetSite(1, 64, 2).site;
        assertThat(Layout.still(site, later(site, 1))).isFalse();
    }
}
