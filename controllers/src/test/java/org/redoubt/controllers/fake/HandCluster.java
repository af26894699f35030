package org.redoubt.controllers.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Residence;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Step;

/** A cluster whose nodes are called as their hosts' keys; it does what the test says, when it is told to move something. */
public final class HandCluster {

    private final Map<String, List<String>> places = new TreeMap<>();
    private final List<Intent> performed = new ArrayList<>();
    private final Changes changes;
    private Foresight foresight = new Foresight.Told(new Foretold(Foretold.Way.LIVE, List.of()));
    private Consumer<Step> doing = step -> {};
    private Answer answer = new Answer.Accepted();
    private Optional<String> silent = Optional.empty();
    private boolean settled = true;
    private boolean ruled;
    private boolean keepsRules;

    public HandCluster(Changes changes) {
        this.changes = changes;
    }

    public synchronized void runs(String resource, String... nodes) {
        places.put(resource, List.of(nodes));
    }

    public synchronized void foretells(Foresight said) {
        foresight = said;
    }

    /** What happens when it is told something. */
    public synchronized void does(Consumer<Step> what) {
        doing = what;
    }

    public synchronized void answers(Answer said) {
        answer = said;
    }

    public synchronized void settled(boolean now) {
        settled = now;
    }

    public synchronized void ruled(boolean now) {
        ruled = now;
    }

    public synchronized boolean ruled() {
        return ruled;
    }

    /** It says that it took a rule back, and does not. */
    public synchronized void keepsRules(boolean now) {
        keepsRules = now;
    }

    public synchronized void silent(String why) {
        silent = Optional.ofNullable(why);
    }

    /** What it was told, by way of whichever node. */
    public synchronized List<Intent> performed() {
        return List.copyOf(performed);
    }

    /** The hand on it by way of one of its nodes. */
    ClusterAgent node(ElementId host) {
        return new ClusterAgent() {
            @Override
            public Answer perform(Intent intent) {
                if (!intent.step().actor().equals(host)) {
                    throw new AssertionError(intent.step() + " is not to be told to " + host);
                }
                return told(intent);
            }

            @Override
            public Foresight foresee(Step.ClusterMove move) {
                return foresees();
            }

            @Override
            public Residence residence(String resource) {
                return resides(host.key());
            }
        };
    }

    private synchronized Foresight foresees() {
        return foresight;
    }

    private synchronized Residence resides(String node) {
        return silent.<Residence>map(Residence.Untold::new)
                .orElseGet(() -> new Residence.Told(node, Map.copyOf(places), settled, ruled));
    }

    private synchronized Answer told(Intent intent) {
        performed.add(intent);
        if (answer instanceof Answer.Accepted) {
            ruled = intent.step() instanceof Step.ClusterMove || keepsRules;
            doing.accept(intent.step());
        }
        changes.happened();
        return answer;
    }
}
