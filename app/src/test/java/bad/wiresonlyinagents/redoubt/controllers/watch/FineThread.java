package bad.wiresonlyinagents.redoubt.controllers.watch;

final class FineThread {
    Thread thread;
}
