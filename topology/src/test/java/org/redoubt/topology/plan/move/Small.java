package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A site of two hosts between which a VM fits without a word, until a test says otherwise. */
final class Small {

    static final long GIB = 1L << 30;
    static final ElementId ONE = ElementId.host("one");
    static final ElementId TWO = ElementId.host("two");
    static final ElementId VM = ElementId.vm("payroll");
    static final ElementId LAN = new ElementId(ElementKind.NETWORK, "lan");
    static final ElementId DISK = new ElementId(ElementKind.VOLUME, "disk");

    private Site site = Site.empty("small");
    private long sequence;

    Small() {
        for (ElementId host : List.of(ONE, TWO)) {
            say(host, NAME, "node-" + host.key());
            say(host, LINK, LinkState.CONNECTED);
            say(host, OWNER, Owner.NONE);
            say(host, HARDWARE_UUID, "uuid-" + host.key());
            say(host, DRIVER, "QEMU");
            say(host, CANNOT, List.of());
            say(host, ARCH, "x86_64");
            say(host, CPU_MODEL, "Haswell");
            say(host, CPU_FEATURES, List.of("aes", "vmx"));
            say(host, MEMORY, 64 * GIB);
            say(host, MEMORY_FREE, 32 * GIB);
            say(host, OFFERS, List.of(LAN));
            say(host, REACHES, List.of(DISK));
            say(host, MIGRATION_SPEED, 1_250_000_000L);
        }
        run(VM, ONE);
        say(VM, NAME, "payroll-db");
        say(VM, MEMORY, 8 * GIB);
        say(VM, CPU_FEATURES, List.of("aes"));
        say(VM, NEEDS_NETWORKS, List.of(LAN));
        say(VM, NEEDS_VOLUMES, List.of(DISK));
        say(VM, DIRTY_RATE, 10_000_000L);
        say(LAN, NAME, "lan");
        say(DISK, NAME, "disk-0");
    }

    /** Each host says so of its own. */
    void run(ElementId vm, ElementId host) {
        say(host.key(), vm, RUNS_ON, host);
        say(host.key(), vm, STATE, RunState.RUNNING);
    }

    <T> void say(ElementId element, Attribute<T> attribute, T value) {
        say("desk", element, attribute, value);
    }

    <T> void say(String where, ElementId element, Attribute<T> attribute, T value) {
        report(where, site.now(), List.of(new Assertion<>(element, attribute, value)));
    }

    void gone(ElementId element, Attribute<?> attribute) {
        List<Assertion<?>> nothing = new ArrayList<>();
        nothing.add(Assertion.gone(element, attribute));
        report("desk", site.now(), nothing);
    }

    void passes(long millis) {
        site = Folding.fold(site, new Fact.Tick(site.now() + millis));
    }

    private void report(String where, long at, List<Assertion<?>> said) {
        site = Folding.fold(site, new Fact.Report(new Source("libvirt", where), ++sequence, at, said));
    }

    Site site() {
        return site;
    }
}
