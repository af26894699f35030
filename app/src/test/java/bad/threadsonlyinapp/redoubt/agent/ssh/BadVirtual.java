package bad.threadsonlyinapp.redoubt.agent.ssh;

final class BadVirtual {
    Thread it() {
        return Thread.ofVirtual().unstarted(() -> {});
    }
}
