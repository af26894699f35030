package org.redoubt.app.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A law that nothing can break is no law. For each there are small classes in {@code bad.<law>}, laid out like the
 * program's own: those named {@code Bad…} must each be rejected, those named {@code Fine…} must not.
 */
class LawsBiteTest {

    static Stream<Arguments> laws() {
        return LawsTest.laws();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void bites(String name, ArchRule law) {
        JavaClasses fixtures = new ClassFileImporter()
                .importPackages("bad." + name.toLowerCase(Locale.ROOT).replace("_", ""));
        List<String> complaints = law.evaluate(fixtures).getFailureReport().getDetails();

        List<JavaClass> bad = fixtures.stream()
                .filter(type -> type.getSimpleName().startsWith("Bad"))
                .toList();
        assertThat(bad).as("classes that break %s", name).isNotEmpty();
        assertThat(bad)
                .allSatisfy(type -> assertThat(complaints)
                        .as("what %s says of %s", name, type.getName())
                        .anyMatch(line -> line.contains(type.getName())));
        assertThat(fixtures.stream().filter(type -> type.getSimpleName().startsWith("Fine")))
                .allSatisfy(type -> assertThat(complaints)
                        .as("what %s says of %s", name, type.getName())
                        .noneMatch(line -> line.contains(type.getName())));
    }

    @Test
    void broadCatchesBite() throws IOException {
        Path fixtures = Path.of("src", "test", "java", "bad", "nobroadcatch");
        List<String> complaints = BroadCatches.in(List.of(fixtures));

        try (Stream<Path> files = Files.walk(fixtures)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(complaints.stream().anyMatch(line -> line.contains(name + ":")))
                            .as("whether %s is rejected", name)
                            .isEqualTo(name.startsWith("Bad")));
        }
    }
}
