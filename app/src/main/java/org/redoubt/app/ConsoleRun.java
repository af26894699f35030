package org.redoubt.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.preferences.FilePreferences;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.controllers.migrate.Foreseeing;
import org.redoubt.controllers.migrate.Measuring;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.controllers.run.Logbook;
import org.redoubt.controllers.run.PastRuns;
import org.redoubt.controllers.run.Runner;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.views.console.ConsoleStage;
import org.redoubt.views.console.ConsoleTitle;
import org.redoubt.views.console.ConsoleWindow;
import org.redoubt.views.fx.Pulse;

/**
 * Opens the window on a site: the connections come up while the toolkit starts, and behind the window. When the window closes,
 * everything that was started here is stopped, in the opposite order.
 */
final class ConsoleRun implements Console {

    private static final String DEMO = "sim:demo";

    private final Workstation workstation;
    private final BiFunction<String, Desk, SiteAgents> opener;
    private final String version;

    /** @param opener opens what the operator named, and throws {@link BadInput} where that is nothing to open */
    ConsoleRun(Workstation workstation, BiFunction<String, Desk, SiteAgents> opener, String version) {
        this.workstation = workstation;
        this.opener = opener;
        this.version = version;
    }

    @Override
    public Exit open(Optional<String> site) {
        Desk desk = workstation.desk();
        try (SiteAgents agents = opener.apply(site.orElse(DEMO), desk)) {
            Platform.setImplicitExit(false);
            Platform.startup(() -> {}); // starts while the journal is being read and hosts are being connected to
            try (Journal journal = journal(workstation.journal(agents.name()), desk)) {
                show(agents, journal, desk);
                return Exit.FINE;
            } finally {
                Platform.exit();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Exit.BROKEN;
        }
    }

    private void show(SiteAgents agents, Journal journal, Desk desk) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SettingsStore settings = new SettingsStore(new FilePreferences(workstation.settings()));
        try (ExecutorService beside = Beside.of(desk);
                Watch watch = new Watch(agents.initially(), agents.sources(), desk);
                Runner runner = new Runner(watch::newest, agents, journal, desk);
                PastRuns past = new PastRuns(journal, desk);
                Measuring measuring = new Measuring(watch::newest, agents, desk)) {
            MigrateVm migrate = new MigrateVm(watch::newest, past::now, measuring::interest, new Foreseeing(agents));
            runner.settle();
            FirstPicture.log(watch, agents);
            watch.start();
            ConsoleTitle title = new ConsoleTitle(
                    agents.name(),
                    mode(agents),
                    desk.id(),
                    desk.operator(),
                    !mode(agents).still(),
                    desk.clock()::wall);
            new Pulse<Runnable>(Runnable::run).offer(() -> {
                ConsoleWindow window =
                        new ConsoleWindow(watch, migrate, runner, new Logbook(journal), settings, title, beside);
                new ConsoleStage(new Stage(), window, settings, title, closed::countDown).show();
            });
            closed.await();
        }
    }

    private static ConsoleTitle.Mode mode(SiteAgents agents) {
        if (agents instanceof SnapshotAgents still) {
            return still.recorded() ? ConsoleTitle.Mode.RECORDING : ConsoleTitle.Mode.SNAPSHOT;
        }
        return agents.simulated() ? ConsoleTitle.Mode.SIMULATED : ConsoleTitle.Mode.REAL;
    }

    private Journal journal(Path folder, Desk desk) {
        try {
            return FileJournal.open(folder, desk, version);
        } catch (JournalException refused) {
            throw new BadInput(refused.getMessage(), refused);
        }
    }
}
