package org.redoubt.app.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** A site as it is once every source was heard, read without a window. */
record SiteReading(Site site) {

    static SiteReading of(SiteAgents agents) throws InterruptedException {
        try (Watch watch = new Watch(Site.empty(agents.name()), agents.sources(), ConsoleUnderTest.desk())) {
            CountDownLatch heard = new CountDownLatch(1);
            watch.onChange(() -> {
                if (watch.heardOnce().containsAll(watch.sources())) {
                    heard.countDown();
                }
            });
            watch.start();
            if (!heard.await(ConsoleUnderTest.PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError("never heard: " + watch.sources());
            }
            return new SiteReading(watch.newest());
        }
    }

    ElementId vm(String name) {
        return site.vms()
                .filter(vm -> vm.name().equals(name))
                .map(Element.Vm::id)
                .findFirst()
                .orElseThrow();
    }

    ElementId host(String name) {
        return site.hosts()
                .filter(host -> host.name().equals(name))
                .map(Element.Host::id)
                .findFirst()
                .orElseThrow();
    }
}
