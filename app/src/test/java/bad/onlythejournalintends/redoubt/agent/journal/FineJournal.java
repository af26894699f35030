package bad.onlythejournalintends.redoubt.agent.journal;

import org.redoubt.agent.port.Intent;

final class FineJournal {
    Intent make(Intent of) {
        return new Intent(of.id(), of.entry(), of.at(), of.desk(), of.operator(), of.title(), of.step(), of.accepted());
    }
}
