package org.redoubt.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws hold for every class of every module. */
class LawsTest {
    private static final List<String> MODULES = List.of("topology", "agent-client", "controllers", "views", "app");
    private static JavaClasses redoubt;

    @BeforeAll
    static void readAllModules() {
        redoubt = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
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
        List<Path> sources = MODULES.stream()
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .toList();
        assertThat(BroadCatches.in(sources)).isEmpty();
    }

    @Test
    void everyModuleIsJudged() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(redoubt.stream()
                                .flatMap(type -> type.getSource().stream())
                                .map(source -> source.getUri().getPath())
                                .filter(path -> path.contains("/" + module + "/target/classes/")))
                        .as("classes of %s", module)
                        .isNotEmpty());
    }
}
