package bad.commandlineathome.redoubt.controllers.report;

final class BadOption {
    @picocli.CommandLine.Option(names = "-o")
    String out;
}
