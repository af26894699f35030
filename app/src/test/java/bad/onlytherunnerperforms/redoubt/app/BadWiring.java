package bad.onlytherunnerperforms.redoubt.app;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.JobFigures;

final class BadWiring {
    BiFunction<Intent, Consumer<JobFigures>, Answer> hand(HostAgent agent) {
        return agent::perform;
    }
}
