package bad.commandlineathome.redoubt.app;

final class FineMain {
    @picocli.CommandLine.Option(names = "-o")
    String out;

    ch.qos.logback.classic.Logger log;
}
