package bad.topologyispure.redoubt.topology.model;

final class BadProcess {
    String home() {
        return System.getProperty("user.home");
    }
}
