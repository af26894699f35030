package bad.onlytherunnerperforms.redoubt.controllers.migrate;

import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;

final class BadShortcut {
    void go(HostAgent agent, Intent intent) {
        agent.perform(intent, figures -> {});
    }
}
