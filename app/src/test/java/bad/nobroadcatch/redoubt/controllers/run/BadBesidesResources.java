package bad.nobroadcatch.redoubt.controllers.run;

final class BadBesidesResources {
    void go(AutoCloseable door) {
        try (door) {
            door.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
