package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;

/** The scenes that are looked at. */
final class MapScenes {

    private MapScenes() {}

    static void all(Path directory) {
        Site console = SampleSite.console().beat(132_500, 2100).at(133_000);
        MapShot.shot(directory.resolve("console.png"), console, MapShot.NOTHING, 1210, 790, map -> {});
        MapShot.shot(
                directory.resolve("console-light.png"),
                console,
                MapShot.NOTHING,
                1210,
                790,
                map -> map.palette(Palette.LIGHT));
        MapShot.shot(directory.resolve("drag.png"), console, answering(), 1210, 790, map -> {
            map.chooseTarget(ElementId.vm("uuid-payroll-db"));
        });
        MapShot.shot(
                directory.resolve("lit.png"),
                console,
                MapShot.NOTHING,
                1210,
                790,
                map -> map.select(
                        Optional.of(ElementId.vm("uuid-payroll-db")),
                        Set.of(
                                ElementId.host("node-2"),
                                new ElementId(ElementKind.HBA_PORT, "node-2/hba0"),
                                new ElementId(ElementKind.FABRIC_SWITCH, "fabric-a"))));
        MapShot.shot(
                directory.resolve("works.png"),
                console,
                MapShot.NOTHING,
                1210,
                790,
                map -> map.works(List.of(new ChipWork(
                        ElementId.vm("uuid-payroll-db"),
                        ElementId.host("node-2"),
                        ElementId.host("node-3"),
                        0.42,
                        "42% · 4 s",
                        "copying"))));
        MapShot.shot(
                directory.resolve("bare.png"), SampleSite.bare(3, 4).at(6000), MapShot.NOTHING, 1210, 790, map -> {});
        MapShot.shot(
                directory.resolve("crowded.png"),
                SampleSite.bare(4, 40).at(6000),
                MapShot.NOTHING,
                1210,
                790,
                map -> {});
        MapShot.shot(directory.resolve("empty.png"), Site.empty("dc-west"), MapShot.NOTHING, 1210, 790, map -> {});
        MapShot.shot(
                directory.resolve("fleet.png"),
                SampleSite.fleet(2500, 40).at(6000),
                MapShot.NOTHING,
                1700,
                940,
                map -> {});
    }

    static MapActions answering() {
        return new MapActions() {
            @Override
            public void selected(Optional<ElementId> id) {}

            @Override
            public List<Fit> fits(ElementId vm) {
                Optional<Prediction> some = Optional.of(new Prediction(4100, 38, 8L << 30, true, ""));
                List<Fit> fits = new ArrayList<>();
                fits.add(new Fit(ElementId.host("node-1"), List.of(), List.of("erp-db is critical too"), some));
                fits.add(new Fit(ElementId.host("node-3"), List.of(), List.of(), some));
                for (int i = 4; i <= 6; i++) {
                    List<Objection> no = new ArrayList<>();
                    no.add(new Objection("cluster", "not in cluster payroll", "", false));
                    if (i != 5) {
                        no.add(new Objection("memory", "3.1 GiB short", "", false));
                    }
                    fits.add(new Fit(ElementId.host("node-" + i), no, List.of(), Optional.empty()));
                }
                fits.add(new Fit(
                        ElementId.host("node-2"),
                        List.of(new Objection("same", "it runs here", "", false)),
                        List.of(),
                        Optional.empty()));
                return fits;
            }

            @Override
            public void dropped(ElementId vm, ElementId host) {}

            @Override
            public void moveRequested(ElementId vm) {}

            @Override
            public void opened(ElementId id) {}
        };
    }
}
