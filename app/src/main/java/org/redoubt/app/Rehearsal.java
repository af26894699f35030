package org.redoubt.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.sim.SimWorld;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.layout.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What {@code ./run} has the JVM remember after a build, so that later starts are quick: the window on the demo site, and
 * before that what is only reckoned on a large one. Nobody else has a use for it (docs/decisions/start-cache.md).
 */
@Command(name = "rehearse", hidden = true, description = "Does once what every start does; for ./run.")
final class Rehearsal implements Callable<Integer> {

    /** Large enough for everything that a large site is drawn with. */
    private static final String LARGE = "sim:?hosts=400&vms=6400&seed=7&t=60";

    private static final Options WINDOW = new Options(1400, 780, Map.of());
    /** As often as it takes until the JVM knows what of it is done often. */
    private static final int TIMES = 12;

    private final Console console;

    @Option(
            names = "--first",
            paramLabel = "SITE",
            description = "prints how many ms the first picture of a simulated site takes, and opens nothing")
    private String first;

    @Spec
    private CommandSpec spec;

    Rehearsal(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (first != null) {
            Site site = SimWorld.siteAt(SimSpec.parse(first));
            long began = System.nanoTime();
            fromAfar(site);
            spec.commandLine().getOut().printf("%.1f%n", (System.nanoTime() - began) / 1e6);
            return Exit.FINE.code();
        }
        Site site = SimWorld.siteAt(SimSpec.parse(LARGE));
        for (int i = 0; i < TIMES; i++) {
            Picture picture = fromAfar(site);
            for (double zoom : new double[] {0.15, 0.6, 1}) {
                picture.within(picture.bounds(), zoom);
            }
        }
        return console.open(Optional.empty()).code();
    }

    private static Picture fromAfar(Site site) {
        Picture picture = Layout.of(site, WINDOW);
        picture.within(picture.bounds(), WINDOW.width() / picture.bounds().width());
        return picture;
    }
}
