package bad.wiresonlyinagents.redoubt.agent.ssh;

final class FineAdapter {
    ProcessBuilder builder;
    java.net.Socket socket;
}
