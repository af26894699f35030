package bad.onlytherunnerperforms.redoubt.controllers.migrate;

import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;

final class FineReading {
    void stop(HostAgent agent, Intent intent) {
        agent.cancel(intent);
    }
}
