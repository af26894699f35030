package bad.nobroadcatch.redoubt.controllers.run;

import org.redoubt.topology.law.OutermostLoop;

final class FineOutermost {
    @OutermostLoop("says it in the log, and waits for the next")
    void loop(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            e.printStackTrace();
        }
    }
}
