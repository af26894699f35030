package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.DISK;
import static org.redoubt.topology.plan.move.Small.GIB;
import static org.redoubt.topology.plan.move.Small.LAN;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;

class MoveRuleTest {

    private final Small small = new Small();

    private Fit fit(ElementId to) {
        return Fitting.check(small.site(), VM, to).orElseThrow();
    }

    /** The one objection there is: that nothing else objects belongs to what each test says. */
    private Objection only() {
        assertThat(fit(TWO).objections()).hasSize(1);
        return fit(TWO).objections().getFirst();
    }

    private static Objection blocks(String rule, String says, String fix) {
        return new Objection(rule, says, fix, false);
    }

    private static Objection asks(String rule, String says, String fix) {
        return new Objection(rule, says, fix, true);
    }

    @Test
    void whereNothingIsInTheWayItFits() {
        assertThat(fit(TWO).objections()).isEmpty();
        assertThat(fit(TWO).costs()).isEmpty();
        assertThat(fit(TWO).verdict()).isEqualTo(Fit.Verdict.FITS);
    }

    @Test
    void itIsHereAlready() {
        assertThat(fit(ONE).objections()).containsExactly(blocks("same-host", "it is here already", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"PAUSED", "SUSPENDED", "CRASHED"})
    void onlyWhatExecutesIsMovedLive(RunState state) {
        small.say("one", VM, STATE, state);
        assertThat(only().rule()).isEqualTo("not-running");
        assertThat(only().fix()).isEqualTo("resume it first");
        assertThat(only().acceptable()).isFalse();
    }

    @Test
    void whatIsShutOffIsNowhere() {
        small.say("one", VM, STATE, RunState.SHUT_OFF);
        small.say("one", VM, RUNS_ON, null);
        assertThat(only()).isEqualTo(blocks("not-running", "it is shut off", "start it first"));
        small.say("one", VM, STATE, null);
        assertThat(fit(TWO).objections())
                .extracting(Objection::says)
                .containsExactly("whether it runs is not known", "its host is not known");
    }

    @Test
    void aStateThatNobodyKnowsIsNotRunning() {
        small.say("one", VM, STATE, null);
        assertThat(only().says()).isEqualTo("whether it runs is not known");
    }

    @Test
    void aVmThatRunsTwiceIsNotMoved() {
        small.passes(3_000);
        small.run(VM, TWO);
        small.passes(3_000);
        small.run(VM, ONE);
        small.run(VM, TWO);
        assertThat(fit(TWO).objections())
                .contains(blocks(
                        "running-twice", "it runs on node-one and node-two at once", "stop all but one of them first"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Job.class,
            names = {"MIGRATING_OUT", "MIGRATING_IN", "OTHER"})
    void aVmHasOneJobAtATime(Job job) {
        small.say("one", VM, JOB, job);
        assertThat(only().rule()).isEqualTo("busy");
        small.say("one", VM, JOB, Job.NONE);
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @Test
    void aJobOfAHostThatFellSilentLongAgoDoesNotHoldItForEver() {
        small.say("three", VM, JOB, Job.MIGRATING_IN);
        assertThat(only().rule()).isEqualTo("busy");
        small.passes(31_000);
        for (ElementId host : List.of(ONE, TWO)) {
            small.say(host, MEMORY_FREE, 32 * GIB);
        }
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkState.class,
            mode = Mode.EXCLUDE,
            names = {"CONNECTED", "HANGS"})
    void bothHostsMustBeConnected(LinkState link) {
        small.say(TWO, LINK, link);
        assertThat(only().rule()).isEqualTo("host-not-connected");
        assertThat(only().says()).startsWith("node-two: ");
        small.say(ONE, LINK, link);
        assertThat(only().says()).contains("node-one: ").contains("node-two: ");
    }

    @Test
    void whatWasSaidLongAgoIsStale() {
        small.passes(16_000);
        assertThat(only().rule()).isEqualTo("stale");
        assertThat(only().says()).isEqualTo("node-one silent for 16 s; node-two silent for 16 s");
        small.say(ONE, MEMORY_FREE, 32 * GIB);
        assertThat(only().says()).isEqualTo("node-two silent for 16 s");
    }

    @Test
    void aMachineUnderTwoNamesIsNoSecondHost() {
        small.say(TWO, HARDWARE_UUID, "uuid-one");
        assertThat(only().rule()).isEqualTo("identity");
        assertThat(only().says()).contains("node-one");
    }

    @Test
    void aHostOfDoubtfulIdentityTakesNothing() {
        small.say(Source.SITE_FILE, TWO, HARDWARE_UUID, "another");
        assertThat(only().rule()).isEqualTo("identity");
        assertThat(only().acceptable()).isFalse();
    }

    @Test
    void aDriverThatCannotMigrateIsNotAskedTo() {
        small.say(ONE, DRIVER, "TEST");
        small.say(ONE, CANNOT, List.of("job-figures", "migrate"));
        assertThat(only()).isEqualTo(blocks("cannot-migrate", "the TEST driver of node-one cannot migrate", ""));
    }

    @Test
    void whoeverOwnsItUnknownIsAskedForByName() {
        small.gone(TWO, OWNER);
        assertThat(only())
                .isEqualTo(asks(
                        "owner-unknown",
                        "who starts and stops VMs is not known on node-two",
                        "write owner: none for node-two in the site file"));
        assertThat(fit(TWO).verdict()).isEqualTo(Fit.Verdict.FITS_BUT);
        small.say(VM, OWNER, Owner.NONE);
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @Test
    void whatPacemakerOwnsPacemakerMoves() {
        small.say(VM, OWNER, Owner.PACEMAKER);
        assertThat(only().rule()).isEqualTo("owned-by-cluster");
        assertThat(only().acceptable()).isFalse();
        small.gone(VM, OWNER);
        small.say(ONE, OWNER, Owner.PACEMAKER);
        assertThat(only().rule()).isEqualTo("owned-by-cluster");
    }

    @Test
    void aVmThatIsAClustersResourceByAnUnknownIdIsMovedByNobody() {
        ElementId lab = new ElementId(ElementKind.CLUSTER, "lab");
        ElementId resource = lab.part(ElementKind.SERVICE, "vm-payroll");
        for (ElementId host : List.of(ONE, TWO)) {
            small.say(host, MEMBER_OF, List.of(lab));
        }
        small.say(resource, PART_OF, lab);
        small.say(resource, DOMAIN, "payroll-db");
        assertThat(only())
                .isEqualTo(blocks(
                        "owned-by-cluster",
                        "Pacemaker owns it as lab/vm-payroll: moved behind its back it would start twice",
                        "move it with Pacemaker"));
        small.say(resource, DOMAIN, "called-otherwise");
        assertThat(only().rule())
                .as("it may be this VM, whatever the file says of the host")
                .isEqualTo("owner-unknown");
        assertThat(only().acceptable()).isTrue();
        small.say(resource, RUNS_ON, TWO);
        assertThat(fit(TWO).objections()).isEmpty();
    }

    /** One source says nobody owns it, another that Pacemaker does: the graver one counts. */
    @Test
    void aContradictionAboutTheOwnerIsNotNone() {
        small.say("pacemaker", ONE, OWNER, Owner.PACEMAKER);
        assertThat(only().rule()).isEqualTo("owned-by-cluster");
    }

    @Test
    void aVmStaysInItsCluster() {
        ElementId payroll = new ElementId(ElementKind.CLUSTER, "payroll");
        small.say(ONE, MEMBER_OF, List.of(payroll));
        assertThat(only()).isEqualTo(blocks("other-cluster", "not in cluster payroll", "choose a host of payroll"));
        small.say(TWO, MEMBER_OF, List.of(payroll));
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @Test
    void machineCodeStaysOnItsArchitecture() {
        small.say(TWO, ARCH, "aarch64");
        assertThat(only()).isEqualTo(blocks("arch", "it is aarch64, the VM x86_64", ""));
    }

    @Test
    void aFeatureThatTheGuestUsesAndTheSameModelLacksBlocks() {
        small.say(TWO, CPU_FEATURES, List.of("vmx"));
        assertThat(only()).isEqualTo(blocks("cpu", "CPU lacks aes", "give the VM a CPU model that both hosts have"));
    }

    @Test
    void aFeatureThatTheGuestDoesNotUseMayBeMissing() {
        small.say(TWO, CPU_FEATURES, List.of("aes"));
        assertThat(fit(TWO).objections()).isEmpty();
    }

    /** A newer model may have what an older one had to name. */
    @Test
    void betweenModelsAFeatureThatIsNotNamedMayBeThere() {
        small.say(TWO, CPU_MODEL, "Skylake");
        small.say(TWO, CPU_FEATURES, List.of("vmx"));
        assertThat(only().acceptable()).isTrue();
        small.say(ONE, CPU_FEATURES, List.of("fpu", "aes", "vmx"));
        small.say(TWO, CPU_FEATURES, List.of("fpu", "vmx"));
        assertThat(only().acceptable()).isFalse();
    }

    @Test
    void whatAGuestUsesIsItsHostsWhileNobodySays() {
        small.gone(VM, CPU_FEATURES);
        small.say(ONE, CPU_FEATURES, List.of("a", "b", "c", "d", "e"));
        small.say(TWO, CPU_FEATURES, List.of("e"));
        assertThat(only().says()).isEqualTo("CPU lacks a, b, c and 1 more, which its host has");
        assertThat(only().acceptable()).isTrue();
    }

    @Test
    void withoutFeaturesTheModelIsCompared() {
        small.gone(TWO, CPU_FEATURES);
        assertThat(fit(TWO).objections()).isEmpty();
        small.say(TWO, CPU_MODEL, "Skylake");
        assertThat(only().says()).isEqualTo("CPU is Skylake, not Haswell");
        small.gone(TWO, CPU_MODEL);
        assertThat(only().says()).contains("not known");
        assertThat(only().acceptable()).isTrue();
    }

    @Test
    void memoryIsShortByWhatTheReserveLacksToo() {
        small.say(TWO, MEMORY_FREE, 8 * GIB);
        assertThat(only()).isEqualTo(blocks("memory", "1.0 GiB short", "free 1.0 GiB on node-two"));
        small.say(TWO, MEMORY_FREE, 5 * GIB + GIB / 2);
        assertThat(only().says()).isEqualTo("3.5 GiB short");
    }

    @Test
    void memoryThatNobodyKnowsIsNotEnough() {
        small.gone(TWO, MEMORY_FREE);
        small.say(TWO, LATENCY, 1L);
        assertThat(only()).isEqualTo(asks("memory", "its free memory is not known", "wait until it is heard"));
    }

    @Test
    void everyMissingNetworkIsNamed() {
        ElementId dmz = new ElementId(ElementKind.BRIDGE, "br-dmz");
        small.say(VM, NEEDS_NETWORKS, List.of(LAN, dmz));
        small.say(TWO, OFFERS, List.of());
        assertThat(only()).isEqualTo(blocks("network-missing", "has no br-dmz, lan", "make br-dmz, lan on node-two"));
        small.gone(TWO, OFFERS);
        assertThat(only().acceptable()).isTrue();
        small.gone(VM, NEEDS_NETWORKS);
        assertThat(only().says()).isEqualTo("which networks it needs is not known");
        small.say(VM, NEEDS_NETWORKS, List.of());
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @Test
    void everyVolumeThatIsNotReachedIsNamed() {
        ElementId log = new ElementId(ElementKind.VOLUME, "log");
        small.say(VM, NEEDS_VOLUMES, List.of(DISK, log));
        assertThat(only())
                .isEqualTo(blocks("storage-unreachable", "does not reach log", "give node-two a path to log"));
        small.gone(TWO, REACHES);
        assertThat(only().acceptable()).isTrue();
        small.gone(VM, NEEDS_VOLUMES);
        assertThat(only().says()).isEqualTo("which volumes it needs is not known");
        small.say(VM, NEEDS_VOLUMES, List.of());
        assertThat(fit(TWO).objections()).isEmpty();
    }

    @Test
    void allReasonsAreGivenAndNotTheFirstOnly() {
        small.say(TWO, LINK, LinkState.REFUSED);
        small.say(TWO, MEMORY_FREE, GIB);
        small.say(TWO, OFFERS, List.of());
        small.say(TWO, REACHES, List.of());
        small.say(TWO, ARCH, "aarch64");
        small.gone(TWO, OWNER);
        small.say("one", VM, JOB, Job.OTHER);
        assertThat(fit(TWO).objections())
                .extracting(Objection::rule)
                .containsExactly(
                        "busy",
                        "host-not-connected",
                        "owner-unknown",
                        "arch",
                        "memory",
                        "network-missing",
                        "storage-unreachable");
        assertThat(fit(TWO).verdict()).isEqualTo(Fit.Verdict.CANNOT);
    }
}
