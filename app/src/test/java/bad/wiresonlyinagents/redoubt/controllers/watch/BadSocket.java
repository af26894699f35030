package bad.wiresonlyinagents.redoubt.controllers.watch;

final class BadSocket {
    java.net.Socket socket;
}
