package bad.wiresonlyinagents.redoubt.agent.port;

final class BadProcess {
    ProcessBuilder builder;
}
