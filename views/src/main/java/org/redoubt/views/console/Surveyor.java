package org.redoubt.views.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.views.inspector.Chosen;
import org.redoubt.views.inspector.Overview;

/**
 * Works out what the panels show of the whole site, on a thread that is not the toolkit's, and hands it over as a value.
 * What lights up with the selection takes time in the size of the site: on a large one not with every site that comes.
 */
final class Surveyor {

    /** Elements up to which a site is small: then everything is worked out whenever it changes. */
    static final int SMALL = 5_000;

    private static final int SELDOM = 10;

    /** What the panels show. */
    record News(
            Figures figures,
            List<Problem> away,
            List<Problem> abnormal,
            List<ClusterRow.Group> groups,
            Overview overview,
            Optional<Chosen> chosen) {

        static News of(Survey survey, Optional<Chosen> chosen) {
            return new News(
                    Figures.of(survey),
                    Problem.notConnected(survey),
                    Problem.others(survey),
                    ClusterRow.groups(survey),
                    survey.overview(),
                    chosen);
        }
    }

    private final Survey survey = new Survey();
    private final Consumer<News> told;
    private volatile Optional<ElementId> selected = Optional.empty();
    private Optional<Chosen> chosen = Optional.empty();
    private int since;

    /** @param told is given the news, on the thread that follows */
    Surveyor(Consumer<News> told) {
        this.told = told;
    }

    /** What is selected from now on. Any thread. */
    void select(Optional<ElementId> id) {
        selected = id;
    }

    void follow(Site newest, Heartbeats learned) {
        survey.follow(newest, learned);
        Optional<ElementId> id = selected;
        boolean same = id.equals(chosen.map(Chosen::id));
        if (!same || newest.size() <= SMALL || ++since >= SELDOM) {
            since = 0;
            chosen = id.map(one -> Chosen.of(newest, learned, one));
        }
        told.accept(News.of(survey, chosen));
    }
}
