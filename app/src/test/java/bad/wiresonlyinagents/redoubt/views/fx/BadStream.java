package bad.wiresonlyinagents.redoubt.views.fx;

final class BadStream {
    java.io.FileInputStream stream;
}
