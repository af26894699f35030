package bad.wiresonlyinagents.redoubt.controllers.report;

final class BadFile {
    String read() throws java.io.IOException {
        return java.nio.file.Files.readString(java.nio.file.Path.of("x"));
    }
}
