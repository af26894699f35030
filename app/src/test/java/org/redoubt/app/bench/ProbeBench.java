package org.redoubt.app.bench;

import static org.redoubt.topology.model.Attributes.PROBE_BYTES;
import static org.redoubt.topology.model.Attributes.PROBE_CPU;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.app.SiteOpener;
import org.redoubt.app.Workstation;
import org.redoubt.topology.fact.Fact;

/**
 * What asking costs a host: CPU by its own times(2), which counts every command of a round, and the bytes of its answers. On
 * the lab's cluster, through the wiring of the program.
 */
@OnLab(Lab.Part.CLUSTER)
class ProbeBench {

    private static final int ROUNDS = 13;
    private static final int HOSTS = 3;
    private static final Path TABLE = Path.of("target", "probe-bench.tsv");

    private final CountDownLatch rounds = new CountDownLatch(ROUNDS * HOSTS);
    private final Map<String, SortedMap<Long, Map<String, Object>>> heard =
            Collections.synchronizedMap(new TreeMap<>());

    @Test
    void rounds(Lab lab) throws Exception {
        Desk desk = new Workstation(System.getenv()).desk();
        try (SiteAgents site = SiteOpener.open(lab.siteOfCluster().toString(), desk, false)) {
            List<FactSource> sources = site.sources().stream()
                    .filter(source -> source.source().kind().equals("ssh"))
                    .toList();
            sources.forEach(source -> source.start(this::hear));
            rounds.await(5, TimeUnit.MINUTES);
        }
        StringBuilder table = new StringBuilder("host\tround\tcpu-ms\tbytes\n");
        heard.forEach((host, all) -> {
            int round = 0;
            for (Map<String, Object> one : all.values()) {
                table.append(host + "\t" + round++ + "\t" + one.get(PROBE_CPU.name()) + "\t"
                        + one.get(PROBE_BYTES.name()) + "\n");
            }
        });
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);
        System.out.println(table);
    }

    private void hear(Fact fact) {
        if (fact instanceof Fact.Report report && report.source().kind().equals("ssh")) {
            Map<String, Object> said = new LinkedHashMap<>();
            report.assertions().stream()
                    .filter(line -> line.attribute() == PROBE_CPU || line.attribute() == PROBE_BYTES)
                    .forEach(line -> said.put(line.attribute().name(), line.value()));
            if (!said.isEmpty()) {
                heard.computeIfAbsent(report.source().where(), host -> new TreeMap<>())
                        .put(report.sequence(), said);
                rounds.countDown();
            }
        }
    }
}
