package org.redoubt.agent.sim;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** Worlds and what is heard of them, for tests; no test of the simulation waits for real time. */
final class Sims {

    private Sims() {}

    /** A desk whose time is passed by hand; its threads are real ones. */
    static Desk desk(SimClock clock) {
        return new Desk("desk-test", "tester", clock, Sims::daemon, new SplittableRandom(1));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** All that every source of a world says now, by source. */
    static Map<String, List<Assertion<?>>> statement(SimWorld world) {
        Map<String, List<Assertion<?>>> said = new TreeMap<>();
        for (Voice voice : new Reporter(world, at -> at).voices()) {
            Page page = new Page();
            voice.speak(world, page, true);
            said.put(voice.source().toString(), page.lines());
        }
        return said;
    }

    static Site fold(Site site, List<Reporter.Heard> heard) {
        Site folded = site;
        for (Reporter.Heard one : heard) {
            folded = Folding.fold(folded, one.report());
        }
        return folded;
    }

    static SimHost host(SimWorld world, String name) {
        return world.plant().host(ElementId.host(name));
    }

    static SimVm vm(SimWorld world, String name) {
        return world.plant().vms().stream()
                .filter(vm -> vm.shape().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
