package bad.onlytherunnerperforms.redoubt.controllers.run;

import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;

final class FineRunner {
    void go(HostAgent agent, Intent intent) {
        agent.perform(intent, figures -> {});
    }
}
