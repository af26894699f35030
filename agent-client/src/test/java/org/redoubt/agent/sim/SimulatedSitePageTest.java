package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementKind;

/** docs/simulated-site.md says who says what of which element; the map and the audit rely on it, so it has to be so. */
class SimulatedSitePageTest {

    private static final Path PAGE = Path.of("..", "docs", "simulated-site.md");

    @Test
    void thePageListsEverythingThatIsSaidAndNothingElse() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String spec : new String[] {"sim:demo", "sim:?hosts=120&vms=400&seed=3"}) {
            SimSpec site = SimSpec.parse(spec);
            SimWorld world = new SimWorld(site);
            Reporter reporter = new Reporter(world, at -> at);
            reporter.openAll();
            for (Reporter.Heard heard : reporter.leap(3_600_000)) {
                for (Assertion<?> line : heard.report().assertions()) {
                    said.add(line.element().kind().label() + " "
                            + heard.report().source().kind() + " " + line.attribute());
                }
            }
        }
        assertThat(said).isEqualTo(listed());
    }

    /** The rows {@code | `kind` | source | attributes |} of the page. */
    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\|");
            if (cells.length != 4 || !cells[1].strip().startsWith("`")) {
                continue;
            }
            String kind = cells[1].strip().replace("`", "");
            assertThat(ElementKind.of(kind)).isNotNull();
            for (String attribute : cells[3].strip().split(", ")) {
                listed.add(kind + " " + cells[2].strip() + " " + attribute);
            }
        }
        return listed;
    }
}
