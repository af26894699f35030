package org.redoubt.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws hold for every class of every module. */
class LawsTest {
    private static JavaClasses redoubt;

    @BeforeAll
    static void readAllModules() {
        redoubt = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.redoubt");
    }

    static Stream<Arguments> laws() {
        return Laws.all().entrySet().stream().map(law -> Arguments.of(law.getKey(), law.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void holds(String name, ArchRule law) {
        law.check(redoubt);
    }

    @Test
    void nothingCatchesEverything() {
        List<Path> modules = Stream.of("topology", "agent-client", "controllers", "views", "app")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .toList();
        assertThat(BroadCatches.in(modules)).isEmpty();
    }

    @Test
    void everyModuleIsJudged() {
        Map<String, String> oneOfEach = Map.of(
                "topology", "org.redoubt.topology.model.Site",
                "agent-client", "org.redoubt.agent.port.Intent",
                "app", "org.redoubt.app.Main");
        assertThat(oneOfEach)
                .allSatisfy((module, type) -> assertThat(redoubt.contain(type))
                        .as("%s of %s", type, module)
                        .isTrue());
    }
}
