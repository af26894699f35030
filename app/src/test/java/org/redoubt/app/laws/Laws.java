package org.redoubt.app.laws;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The laws of the code, one sentence each. A package is written from {@code redoubt} on, so that a law holds for
 * {@code org.redoubt} and can be shown to bite in {@code bad.<law>.redoubt}: see {@link LawsBiteTest}. One law more reads
 * the sources: {@link BroadCatches}.
 */
final class Laws {
    private static final String TOPOLOGY = "..redoubt.topology..";
    private static final String AGENT = "..redoubt.agent..";
    private static final String PORT = "..redoubt.agent.port..";
    private static final String CONTROLLERS = "..redoubt.controllers..";
    private static final String VIEWS = "..redoubt.views..";
    private static final String APP = "..redoubt.app..";

    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("topology")
            .definedBy(TOPOLOGY)
            .layer("agent.port")
            .definedBy(PORT)
            .layer("adapters")
            .definedBy(resideInAPackage(AGENT).and(not(resideInAPackage(PORT))))
            .layer("controllers")
            .definedBy(CONTROLLERS)
            .layer("views")
            .definedBy(VIEWS)
            .layer("app")
            .definedBy(APP)
            .whereLayer("topology")
            .mayNotAccessAnyLayer()
            .whereLayer("agent.port")
            .mayOnlyAccessLayers("topology")
            .whereLayer("adapters")
            .mayOnlyAccessLayers("topology", "agent.port")
            .whereLayer("controllers")
            .mayOnlyAccessLayers("topology", "agent.port")
            .whereLayer("views")
            .mayOnlyAccessLayers("topology", "controllers")
            .as("topology <- agent.port <- adapters; controllers -> topology, agent.port;"
                    + " views -> controllers, topology; app -> all");

    static final ArchRule INSIDE_TOPOLOGY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("model")
            .definedBy("..redoubt.topology.model..")
            .layer("fact")
            .definedBy("..redoubt.topology.fact..")
            .layer("diff")
            .definedBy("..redoubt.topology.diff..")
            .layer("heartbeat")
            .definedBy("..redoubt.topology.heartbeat..")
            .layer("cluster")
            .definedBy("..redoubt.topology.cluster..")
            .layer("need")
            .definedBy("..redoubt.topology.need..")
            .layer("audit")
            .definedBy("..redoubt.topology.audit..")
            .layer("plan")
            .definedBy("..redoubt.topology.plan..")
            .layer("picture")
            .definedBy("..redoubt.topology.picture..")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("fact")
            .mayOnlyAccessLayers("model")
            .whereLayer("diff")
            .mayOnlyAccessLayers("model")
            .whereLayer("heartbeat")
            .mayOnlyAccessLayers("model")
            .whereLayer("cluster")
            .mayOnlyAccessLayers("model")
            .whereLayer("need")
            .mayOnlyAccessLayers("model")
            .whereLayer("audit")
            .mayOnlyAccessLayers("model", "need")
            .whereLayer("plan")
            .mayOnlyAccessLayers(
                    "model", "cluster", "heartbeat", "need", "audit") // docs/decisions/plan-asks-heartbeat.md
            .whereLayer("picture")
            .mayOnlyAccessLayers("model")
            .as("inside topology: model <- fact, diff, cluster, heartbeat, need; model, need <- audit <- plan;"
                    + " cluster, heartbeat <- plan; model <- picture");

    static final ArchRule TOPOLOGY_IS_PURE = classes()
            .that()
            .resideInAPackage(TOPOLOGY)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            TOPOLOGY,
                            "java.lang",
                            "java.lang.annotation",
                            "java.lang.runtime",
                            "java.time",
                            "java.util",
                            "java.util.function",
                            "java.util.random",
                            "java.util.regex",
                            "java.util.stream")
                    .and(not(Reach.NO_VALUE))
                    .or(Reach.PRIMITIVE))
            .andShould(Reach.notAccess(Reach.SURROUNDINGS))
            .as("topology knows only itself and values of java.lang, java.time and java.util");

    static final ArchRule JAVAFX_ONLY_IN_VIEWS = noClasses()
            .that(not(resideInAnyPackage(VIEWS, APP)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .as("JavaFX, ControlsFX, the theme and the icons are known only in views and app");

    static final ArchRule ONE_DOOR_TO_THE_FX_THREAD = noClasses()
            .that(not(resideInAPackage("..redoubt.views.fx..")))
            .should(Reach.access(Reach.method("javafx.application.Platform", "runLater")))
            .as("only views.fx calls Platform.runLater");

    static final ArchRule LIBVIRT_AT_HOME = vendor("org.libvirt..", "com.sun.jna..", "java.lang.foreign..")
            .livesIn("..redoubt.agent.libvirt..")
            .as("libvirt, JNA and java.lang.foreign are known only in agent.libvirt");

    static final ArchRule SSH_AT_HOME = vendor("net.schmizz..", "com.hierynomus..", "org.bouncycastle..")
            .livesIn("..redoubt.agent.ssh.wire..")
            .as("SSHJ is known only in agent.ssh.wire");

    static final ArchRule DATABASE_AT_HOME = vendor("org.h2..", "java.sql..", "javax.sql..")
            .livesIn("..redoubt.agent.journal..")
            .as("H2 and JDBC are known only in agent.journal");

    static final ArchRule JACKSON_AT_HOME = vendor("tools.jackson..", "com.fasterxml..", "org.snakeyaml..")
            .livesIn(
                    "..redoubt.agent.journal..",
                    "..redoubt.agent.site..",
                    "..redoubt.agent.record..",
                    "..redoubt.agent.ssh.read..")
            .as("Jackson is known only in agent.journal, agent.site, agent.record and agent.ssh.read");

    static final ArchRule XML_AT_HOME = vendor("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
            .livesIn("..redoubt.agent.xml..")
            .as("XML is parsed only in agent.xml, where its traps are shut");

    static final ArchRule COMMAND_LINE_AT_HOME = vendor("picocli..", "ch.qos.logback..")
            .livesIn(APP)
            .as("the command line and where the log goes are known only in app");

    static final ArchRule WIRES_ONLY_IN_AGENTS = noClasses()
            .that(resideInAnyPackage(CONTROLLERS, VIEWS, PORT))
            .should()
            .dependOnClassesThat(Reach.OUT_OF_THE_PROCESS)
            .as("controllers, views and ports open no file, socket or process: the adapters do");

    static final ArchRule ONLY_THE_RUNNER_PERFORMS = noClasses()
            .that(not(resideInAPackage("..redoubt.controllers.run..")))
            .should(Reach.access(Reach.method("org.redoubt.agent.port.HostAgent", "perform")))
            .orShould(Reach.access(Reach.method("org.redoubt.agent.port.ClusterAgent", "perform")))
            .as("only controllers.run calls HostAgent.perform and ClusterAgent.perform");

    static final ArchRule ONLY_THE_JOURNAL_INTENDS = noClasses()
            .that(not(resideInAPackage("..redoubt.agent.journal..")))
            .should(Reach.access(Reach.constructor("org.redoubt.agent.port.Intent")))
            .as("only agent.journal makes an Intent");

    static final ArchRule CLOCKS_ONLY_IN_APP = noClasses()
            .that(not(resideInAPackage(APP)))
            .should(Reach.access(Reach.CLOCK))
            .as("only app reads a clock; everyone else is handed one");

    static final ArchRule THREADS_ONLY_IN_APP = noClasses()
            .that(not(resideInAPackage(APP)))
            .should(Reach.access(Reach.THREAD))
            .orShould()
            .beAssignableTo(Thread.class)
            .as("only app makes threads or sleeps; everyone else is handed a factory of threads");

    static final ArchRule CHANCE_ONLY_IN_APP = noClasses()
            .that(not(resideInAPackage(APP)))
            .should(Reach.access(Reach.CHANCE))
            .as("only app draws from chance without a seed; everyone else is handed a generator");

    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(Reach.MUTABLE)
            .as("no static field can change: it is final, and no collection, atomic, property or thread local");

    static final ArchRule NO_CYCLES = slices().matching("..redoubt.(**)")
            .should()
            .beFreeOfCycles()
            .as("no package depends on one that depends on it, every package being its own slice");

    private Laws() {}

    /** Every law by its name. A law may have nothing to judge yet: the packages land one after the other. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> laws = new TreeMap<>();
        Arrays.stream(Laws.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class)
                .forEach(field -> {
                    try {
                        laws.put(field.getName(), ((ArchRule) field.get(null)).allowEmptyShould(true));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return laws;
    }

    private static Vendor vendor(String... packages) {
        return new Vendor(resideInAnyPackage(packages));
    }

    /** Packages of somebody else, to be named in one place only. */
    private record Vendor(DescribedPredicate<JavaClass> classes) {
        ArchRule livesIn(String... homes) {
            return noClasses()
                    .that(not(resideInAnyPackage(homes)))
                    .should()
                    .dependOnClassesThat(describe("are the vendor's", classes));
        }
    }
}
