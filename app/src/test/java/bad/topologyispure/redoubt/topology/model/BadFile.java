package bad.topologyispure.redoubt.topology.model;

final class BadFile {
    boolean there() {
        return java.nio.file.Files.exists(java.nio.file.Path.of("x"));
    }
}
