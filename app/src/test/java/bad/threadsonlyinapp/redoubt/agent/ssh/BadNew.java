package bad.threadsonlyinapp.redoubt.agent.ssh;

final class BadNew {
    Thread it() {
        return new Thread(() -> {});
    }
}
