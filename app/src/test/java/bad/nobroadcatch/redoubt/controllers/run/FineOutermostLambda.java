package bad.nobroadcatch.redoubt.controllers.run;

import org.redoubt.topology.law.OutermostLoop;

final class FineOutermostLambda {
    @OutermostLoop("says it in the log, and waits for the next")
    Runnable loop(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Exception e) {
                e.printStackTrace();
            }
        };
    }
}
