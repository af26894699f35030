package org.redoubt.agent.site.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Site;

/** Site files as tests write them, read and said. */
final class Papers {

    static final DeskClock CLOCK = new DeskClock() {
        @Override
        public long millis() {
            return 4711;
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }
    };

    private Papers() {}

    static SiteFile parse(String text) throws Exception {
        Path folder = Files.createTempDirectory("site");
        Path file = Files.write(folder.resolve("dc.yaml"), text.getBytes(UTF_8));
        try {
            return SiteFile.read(file);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    static Site hear(String text) throws Exception {
        List<Fact> facts = new ArrayList<>();
        new SiteFileSource(parse(text), CLOCK).start(facts::add);
        Site site = Site.empty("dc");
        for (Fact fact : facts) {
            site = Folding.fold(site, fact);
        }
        return site;
    }

    static List<String> gaps(Site site) {
        return site.elements()
                .flatMap(element -> element.value(Attributes.GAPS).stream())
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
