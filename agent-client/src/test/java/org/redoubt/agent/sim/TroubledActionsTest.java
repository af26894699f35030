package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.LINK;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Tuning;

/** Actions on hosts that are in trouble, and desks that slept: what is answered, and what is so in the end. */
@Timeout(60)
class TroubledActionsTest {

    private static final ElementId NODE_5 = ElementId.host("node-5");
    private static final ElementId NODE_7 = ElementId.host("node-7");

    /** A host of some small site whose agent will be in this trouble, and a VM of it with somewhere to go. */
    private record Case(SimSpec spec, Trouble trouble, SimVm vm, SimHost to) {}

    private static Case find(Kind kind) {
        for (long seed = 1; seed < 200; seed++) {
            SimSpec spec = SimSpec.sized(12, 120, seed);
            SimWorld world = new SimWorld(spec);
            List<Trouble> agents = world.story().moments(0, 300_000).stream()
                    .map(Story.Moment::trouble)
                    .filter(trouble -> trouble.kind().befallsAgent())
                    .distinct()
                    .toList();
            if (agents.size() != 1 || agents.getFirst().kind() != kind) {
                continue;
            }
            Trouble trouble = agents.getFirst();
            for (SimVm vm : world.plant().hosts().get(trouble.thing()).vms()) {
                for (SimHost to : vm.host().cluster().hosts()) {
                    boolean goes = to != vm.host()
                            && world.free(to) > vm.memory()
                            && to.shape().networks().containsAll(vm.shape().networks());
                    if (goes && !world.befalls(Kind.VM_BUSY, vm.index())) {
                        return new Case(spec, trouble, vm, to);
                    }
                }
            }
        }
        throw new AssertionError("no small site has such a trouble alone");
    }

    private static Intent move(Case found) {
        return Sitting.intent(
                found.vm.id(), found.vm.host().id(), found.to.id(), new Tuning(100_000_000, true, 30_000));
    }

    @Test
    void aHostThatRefusesSaysSoAtOnce() {
        Sitting desk = new Sitting(SimSpec.demo(7));
        ElementId vm = desk.vm("logs");
        desk.pass(124_000);
        assertThat(desk.site().host(NODE_7).orElseThrow().link()).isEqualTo(LinkState.REFUSED);
        Answer answer =
                desk.perform(Sitting.intent(vm, NODE_7, NODE_5, Tuning.DEFAULT)).join();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("Connection refused"));
        assertThat(desk.agent(NODE_7).sight(vm)).isInstanceOf(Sighting.Unread.class);
        desk.close();
    }

    @Test
    void toAHostThatIsSilentTheSourceSaysWhy() {
        Sitting desk = new Sitting(SimSpec.demo(7));
        desk.pass(60_000);
        Answer answer = desk.finish(desk.perform(Sitting.intent(desk.vm("web-3"), NODE_5, NODE_7, Tuning.DEFAULT)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("No route to host"));
        assertThat(desk.agent(NODE_5).sight(desk.vm("web-3")))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(seen.migrating()).isFalse());
        desk.close();
    }

    @Test
    void whatAHangingHostWasAskedIsDoneAfterAllAndReadBackLater() {
        Case found = find(Kind.AGENT_HANGS);
        Sitting desk = new Sitting(found.spec);
        desk.pass(found.trouble.from() - 2_000);
        CompletableFuture<Answer> call = desk.perform(move(found));
        Answer answer = desk.finish(call);
        assertThat(answer).isInstanceOf(Answer.Silent.class);
        assertThat(desk.agent(found.vm.host().id()).sight(found.vm.id())).isInstanceOf(Sighting.Unread.class);
        desk.pass(found.trouble.until() - found.trouble.from() + 400_000);
        assertThat(desk.agent(found.to.id()).sight(found.vm.id()))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class, seen -> assertThat(seen.state()).isEqualTo(RunState.RUNNING));
        Element.Vm moved = desk.site().vm(found.vm.id()).orElseThrow();
        assertThat(moved.whereabouts().host()).contains(found.to.id());
        assertThat(desk.twice()).isEmpty();
        desk.close();
    }

    @Test
    void anAgentThatIsKilledAnswersNothingAndTheVmStays() {
        Case found = find(Kind.AGENT_GONE);
        Sitting desk = new Sitting(found.spec);
        desk.pass(found.trouble.from() - 2_000);
        assertThat(desk.finish(desk.perform(move(found)))).isInstanceOf(Answer.Silent.class);
        desk.pass(found.trouble.until() - found.trouble.from() + 20_000);
        assertThat(desk.agent(found.vm.host().id()).sight(found.vm.id()))
                .isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
                    assertThat(seen.state()).isEqualTo(RunState.RUNNING);
                    assertThat(seen.migrating()).isFalse();
                });
        assertThat(desk.agent(found.to.id()).sight(found.vm.id())).isInstanceOf(Sighting.Absent.class);
        desk.close();
    }

    @Test
    void aCancelOfSomethingElseCancelsNothing() {
        Sitting desk = new Sitting(SimSpec.demo(7));
        ElementId from = ElementId.host("node-2");
        ElementId to = ElementId.host("node-3");
        Intent intent = Sitting.intent(desk.vm("payroll-db"), from, to, Tuning.DEFAULT);
        CompletableFuture<Answer> call = desk.perform(intent);
        desk.agent(from).cancel(Sitting.intent(desk.vm("payroll-db"), from, to, Tuning.DEFAULT));
        assertThat(desk.finish(call)).isEqualTo(new Answer.Accepted());
        desk.agent(from).cancel(intent);
        assertThat(desk.agent(to).sight(desk.vm("payroll-db"))).isInstanceOf(Sighting.Seen.class);
        desk.close();
    }

    @Test
    void figuresComeTwiceASecondAndFall() {
        Sitting desk = new Sitting(SimSpec.demo(7));
        CompletableFuture<Answer> call = desk.perform(Sitting.intent(
                desk.vm("ldap-1"),
                ElementId.host("node-1"),
                ElementId.host("node-3"),
                new Tuning(200_000_000, true, 0)));
        desk.pass(6_000);
        assertThat(desk.figures()).hasSizeBetween(11, 14);
        assertThat(desk.figures().stream().map(figures -> -figures.remaining())).isSorted();
        assertThat(desk.figures().stream().map(figures -> figures.elapsed())).isSorted();
        assertThat(desk.finish(call)).isEqualTo(new Answer.Accepted());
        desk.close();
    }

    @Test
    void aDeskThatSleptIsToldTheOutcomeNotEveryPoll() {
        Sitting awake = new Sitting(SimSpec.demo(7));
        Sitting slept = new Sitting(SimSpec.demo(7));
        awake.pass(3_600_000 / 4);
        slept.clock().pass(3_600_000 / 4);
        int facts = slept.listen();
        assertThat(facts).isLessThan(1_000);
        assertThat(states(slept.site())).isEqualTo(states(awake.site()));
        awake.close();
        slept.close();
    }

    private static List<String> states(Site site) {
        return site.hosts()
                .map(host -> host.name() + " " + host.value(LINK) + " " + host.value(CPU_LOAD))
                .sorted()
                .toList();
    }

    @Test
    void aSiteMayBeginInTheMiddleOfItsStory() {
        Sitting late = new Sitting(SimSpec.demo(7).at(57));
        assertThat(late.site().host(NODE_7)).isPresent();
        assertThat(late.site().host(NODE_7).orElseThrow().link()).isEqualTo(LinkState.UNREACHABLE);
        assertThat(late.site().now()).isEqualTo(Sitting.BEGAN);
        late.close();
    }
}
