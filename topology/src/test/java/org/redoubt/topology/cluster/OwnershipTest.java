package org.redoubt.topology.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.cluster.Lab.CLUSTER;
import static org.redoubt.topology.cluster.Lab.ONE;
import static org.redoubt.topology.cluster.Lab.TWO;
import static org.redoubt.topology.cluster.Lab.VM;
import static org.redoubt.topology.model.Attributes.DOMAINS;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;

class OwnershipTest {

    private final Lab lab = new Lab();

    private Ownership ownership() {
        return Ownership.of(lab.site(), lab.vm());
    }

    private void isOwnedBy(ElementId resource) {
        assertThat(ownership())
                .isInstanceOfSatisfying(
                        Ownership.Owned.class,
                        owned -> assertThat(owned.resource().id()).isEqualTo(resource));
    }

    @Test
    void aVmIsTheResourceWhoseFileIsCalledByItsName() {
        isOwnedBy(lab.resource("vm-web", "web"));
    }

    @Test
    void orByItsUuid() {
        isOwnedBy(lab.resource("vm-web", VM.key()));
    }

    @Test
    void anOtherClustersResourceOfThatNameIsAnotherVm() {
        lab.resource("vm-web", "web");
        ElementId elsewhere = new ElementId(ElementKind.CLUSTER, "elsewhere");
        lab.say("corosync@one", ONE, MEMBER_OF, List.of(elsewhere));
        assertThat(ownership()).isInstanceOf(Ownership.Unclaimed.class);
    }

    @Test
    void aVmThatIsShutOffIsOwnedToo() {
        ElementId resource = lab.resource("vm-web", "web");
        lab.gone("libvirt@one", VM, RUNS_ON);
        lab.say("libvirt@one", VM, STATE, RunState.SHUT_OFF);
        isOwnedBy(resource);
    }

    @Test
    void whatTheSiteFileCallsItDoesNotHideItsName() {
        ElementId resource = lab.resource("vm-web", "web");
        lab.say("site-file@lab", VM, NAME, "the shop");
        assertThat(lab.vm().name()).isEqualTo("the shop");
        isOwnedBy(resource);
    }

    @Test
    void aVmThatNoResourceIsCalledByIsUnclaimed() {
        lab.resource("vm-mail", "mail");
        ElementId mail = ElementId.vm("00000000-0000-0000-0000-000000000002");
        lab.say("libvirt@two", mail, NAME, "mail");
        lab.say("libvirt@two", mail, STATE, RunState.RUNNING);
        assertThat(ownership()).isInstanceOf(Ownership.Unclaimed.class);
    }

    @Test
    void aResourceThatIsAVmByNoKnownNameMayBeThisOne() {
        ElementId resource = lab.resource("vm-x", "named-otherwise");
        assertThat(ownership())
                .isInstanceOfSatisfying(
                        Ownership.Doubtful.class,
                        doubt -> assertThat(doubt.why()).contains("vm-x"));
        lab.say("pacemaker@one", resource, RUNS_ON, ONE);
        assertThat(ownership()).isInstanceOf(Ownership.Doubtful.class);
        lab.say("pacemaker@one", resource, RUNS_ON, TWO);
        assertThat(ownership()).as("it runs on another host").isInstanceOf(Ownership.Unclaimed.class);
        lab.resource("vm-y", null);
        assertThat(ownership()).as("a VM without a name").isInstanceOf(Ownership.Doubtful.class);
    }

    @Test
    void aClusterThatDoesNotTellWhatItRunsMayRunIt() {
        lab.say("corosync@one", ONE.part(ElementKind.SERVICE, "corosync"), UP, true);
        assertThat(ownership()).isInstanceOf(Ownership.Unclaimed.class);
        lab.gone("pacemaker@one", CLUSTER, DOMAINS);
        assertThat(ownership())
                .isInstanceOfSatisfying(
                        Ownership.Doubtful.class,
                        doubt -> assertThat(doubt.why()).isEqualTo("cluster lab did not tell which VMs it runs"));
    }

    @Test
    void hostsThatOnlyAFileGroupsOwnNothing() {
        lab.gone("pacemaker@one", CLUSTER, DOMAINS);
        assertThat(ownership()).isInstanceOf(Ownership.Unclaimed.class);
    }
}
