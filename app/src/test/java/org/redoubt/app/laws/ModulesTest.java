package org.redoubt.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module descriptors promise, and javac then holds everyone to. */
class ModulesTest {
    private static final Set<String> AUTOMATIC =
            Set.of("libvirt", "com.sun.jna", "com.h2database", "com.hierynomus.sshj");

    @Test
    void agentExportsItsAdaptersToAppAlone() {
        assertThat(leaks(descriptor("agent-client"))).isEmpty();
    }

    @Test
    void thatRuleBites() {
        ModuleDescriptor leaking = ModuleDescriptor.newModule("leaking")
                .exports("org.redoubt.agent.port")
                .exports("org.redoubt.agent.sim", Set.of("org.redoubt.app"))
                .exports("org.redoubt.agent.site", Set.of("org.redoubt.app", "tools.jackson.databind"))
                .exports("org.redoubt.agent.ssh")
                .exports("org.redoubt.agent.libvirt", Set.of("org.redoubt.app", "org.redoubt.views"))
                .opens("org.redoubt.agent.journal")
                .build();
        assertThat(leaks(leaking))
                .containsExactlyInAnyOrder(
                        "org.redoubt.agent.ssh", "org.redoubt.agent.libvirt", "org.redoubt.agent.journal");
    }

    @Test
    void topologyStandsOnTheJdkAlone() {
        assertThat(requires(descriptor("topology"))).containsExactly("java.base");
    }

    @Test
    void onlyAgentStandsOnModulesWithoutDescriptor() {
        assertThat(Stream.of("controllers", "views", "app").map(ModulesTest::descriptor))
                .allSatisfy(module -> assertThat(requires(module)).doesNotContainAnyElementsOf(AUTOMATIC));
    }

    @Test
    void viewsDoNotSeeThePorts() {
        assertThat(requires(descriptor("views"))).doesNotContain("org.redoubt.agent");
        assertThat(descriptor("controllers").requires())
                .filteredOn(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .extracting(Requires::name)
                .doesNotContain("org.redoubt.agent");
    }

    /** Packages but the ports that any module of ours but app could reach into. */
    private static List<String> leaks(ModuleDescriptor agent) {
        Stream<String> exported = agent.exports().stream()
                .filter(exports -> !exports.source().equals("org.redoubt.agent.port"))
                .filter(exports -> leaks(exports.targets()))
                .map(Exports::source);
        Stream<String> opened =
                agent.opens().stream().filter(opens -> leaks(opens.targets())).map(Opens::source);
        return Stream.concat(exported, opened).toList();
    }

    /** A library that works by reflection may be let in by name; without a name, everyone is. */
    private static boolean leaks(Set<String> targets) {
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(target -> target.startsWith("org.redoubt.") && !target.equals("org.redoubt.app"));
    }

    private static Set<String> requires(ModuleDescriptor module) {
        return module.requires().stream().map(Requires::name).collect(Collectors.toSet());
    }

    private static ModuleDescriptor descriptor(String module) {
        Path classes = Path.of("..", module, "target", "classes");
        return ModuleFinder.of(classes).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module in " + classes));
    }
}
