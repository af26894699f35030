package org.redoubt.views.palette;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.redoubt.topology.model.Site;
import org.redoubt.views.fx.Aside;

/**
 * Finds elements and actions by a few letters. The index of the site's names is made, and searched, beside the toolkit's
 * thread: typing never waits for it. To be used on the toolkit's thread.
 */
public final class Search {

    /** An index this old is made anew in time for the next search. */
    private static final long STALE_MILLIS = 30_000;

    private static final int MOST = 12;

    private record Question(String query, Index index, Site site, List<Action> actions) {}

    private final Supplier<Site> site;
    private final Aside<Site, Index> indexing;
    private final Aside<Question, List<Hit>> finding;
    private Index index;
    private BiConsumer<String, List<Hit>> receiver = (query, hits) -> {};
    private Runnable renewed = () -> {};

    /** @param beside runs the search */
    public Search(Supplier<Site> site, Executor beside) {
        this.site = site;
        this.indexing = new Aside<>(beside, Index::of, (of, made) -> {
            index = made;
            renewed.run();
        });
        this.finding = new Aside<>(beside, Search::find, (question, hits) -> receiver.accept(question.query(), hits));
    }

    /** There is a newer site: once in a while what is known of it is made anew, so that a search finds it ready. */
    public void show(Site newest) {
        if (!indexing.busy() && (index == null || newest.now() - index.made() >= STALE_MILLIS)) {
            indexing.ask(newest);
        }
    }

    /** There may be more to be found than before: whoever searches now is answered anew. */
    public void again() {
        renewed.run();
    }

    /**
     * Somebody begins to search.
     *
     * @param answers is given a query and what it finds, best first
     * @param newer called when more may be found than before
     */
    void begin(BiConsumer<String, List<Hit>> answers, Runnable newer) {
        receiver = answers;
        renewed = newer;
        indexing.ask(site.get());
    }

    /** Nobody searches any more. */
    void end() {
        receiver = (query, hits) -> {};
        renewed = () -> {};
    }

    /** Asks for what is found; while one search goes on, only the newest of those asked for waits. */
    void ask(String query, List<Action> actions) {
        Question question = new Question(query, index, site.get(), actions);
        if (query.isBlank() || query.startsWith(">")) {
            receiver.accept(query, find(question)); // among the actions alone
        } else {
            finding.ask(question);
        }
    }

    private static List<Hit> find(Question question) {
        return Finds.of(question.query(), question.index(), question.site(), question.actions(), MOST);
    }
}
