package bad.onlythejournalintends.redoubt.agent.sim;

import org.redoubt.agent.port.Intent;

final class BadPretence {
    Intent make(Intent of) {
        return new Intent(of.id(), of.entry(), of.at(), of.desk(), of.operator(), of.title(), of.step(), of.accepted());
    }
}
