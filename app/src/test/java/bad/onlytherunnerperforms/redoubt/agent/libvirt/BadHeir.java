package bad.onlytherunnerperforms.redoubt.agent.libvirt;

import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;

final class BadHeir {
    void go(Heir heir, Intent intent) {
        heir.perform(intent, figures -> {});
    }

    interface Heir extends HostAgent {}
}
