package bad.onlytherunnerperforms.redoubt.controllers.migrate;

import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.Intent;

final class BadOrder {
    void go(ClusterAgent agent, Intent intent) {
        agent.perform(intent);
    }
}
