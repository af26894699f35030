package bad.commandlineathome.redoubt.agent.ssh;

final class BadLog {
    ch.qos.logback.classic.Logger log;
}
