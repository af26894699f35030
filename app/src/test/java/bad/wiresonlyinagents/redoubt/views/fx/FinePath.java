package bad.wiresonlyinagents.redoubt.views.fx;

final class FinePath {
    java.nio.file.Path chosen;
    java.net.URL sheet;
    java.io.File file;
}
