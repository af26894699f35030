package bad.nobroadcatch.redoubt.controllers.run;

final class BadLambda {
    Runnable wrap(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
