package org.redoubt.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: without a command the window, with one the same core and no window. */
@Command(
        name = "redoubt",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Opens the console on SITE; without SITE on the simulated demo site.",
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:findings, or refused",
            "2:bad input; the message says what was wrong with it",
            "3:Redoubt itself broke"
        })
final class Commands implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Console console;
    private final List<?> subcommands;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            description =
                    "a site file, a snapshot, a recording, a CIB or crm_mon's XML, a libvirt URI, or a simulated site such as sim:demo")
    private String site;

    /**
     * @param subcommands objects that picocli annotates as commands, each a {@code Callable<Integer>} that returns an
     *     {@link Exit#code()}; only those that work
     */
    Commands(Console console, List<?> subcommands) {
        this.console = console;
        this.subcommands = List.copyOf(subcommands);
    }

    @Override
    public Integer call() {
        return console.open(Optional.ofNullable(site)).code();
    }

    /** Runs what the arguments ask for and returns the process's exit code. */
    int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(this);
        subcommands.forEach(line::addSubcommand);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Commands::codeOf)
                .setParameterExceptionHandler((mistake, _) -> {
                    CommandLine at = mistake.getCommandLine();
                    complain(at.getErr(), mistake.getMessage());
                    UnmatchedArgumentException.printSuggestions(mistake, at.getErr());
                    at.getErr().println("Try: " + at.getCommandSpec().qualifiedName() + " --help");
                    return Exit.BAD_INPUT.code();
                })
                .setExecutionExceptionHandler(Commands::explain);
        return line.execute(arguments);
    }

    private static int explain(Exception broken, CommandLine at, ParseResult parsed) {
        if (broken instanceof BadInput) {
            complain(at.getErr(), broken.getMessage());
        } else {
            LOG.error("{} broke", at.getCommandSpec().qualifiedName(), broken);
            complain(at.getErr(), "it broke: " + broken);
        }
        return codeOf(broken);
    }

    private static int codeOf(Throwable broken) {
        return (broken instanceof BadInput ? Exit.BAD_INPUT : Exit.BROKEN).code();
    }

    private static void complain(PrintWriter err, String message) {
        err.println("redoubt: " + message);
    }

    /** The version that the build wrote into the module. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Redoubt " + number(), "Java " + Runtime.version()};
        }

        static String number() {
            var module = Commands.class.getModule().getDescriptor();
            return module == null
                    ? "(not built as a module)"
                    : module.rawVersion().orElse("unknown");
        }
    }
}
