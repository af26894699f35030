package org.redoubt.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line promises to whoever types it, and to scripts. */
class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> opened = new ArrayList<>();
    private final Console window = site -> {
        opened.add(site.orElse("the demo"));
        return Exit.FINE;
    };

    @Test
    void withoutArgumentsItOpensTheDemo() {
        assertThat(run(window)).isZero();
        assertThat(opened).containsExactly("the demo");
        assertThat(said()).isEmpty();
    }

    @Test
    void aSiteIsOpenedAsItWasTyped() {
        assertThat(run(window, "sim:?hosts=2500&vms=40000&seed=7")).isZero();
        assertThat(run(window, "my site.yaml")).isZero();
        assertThat(opened).containsExactly("sim:?hosts=2500&vms=40000&seed=7", "my site.yaml");
    }

    @Test
    void badInputIsSaidOnOneLineAndExitsWithTwo() {
        assertThat(run(window, "--wal")).isEqualTo(2);
        assertThat(err.toString()).contains("redoubt: Unknown option: '--wal'").contains("redoubt --help");
        assertThat(opened).isEmpty();
    }

    @Test
    void aSecondSiteIsBadInput() {
        assertThat(run(window, "one.yaml", "two.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("two.yaml");
    }

    @Test
    void withoutADisplayNoWindowIsTried() {
        Console onScreen = new Console.OnScreen(Map.of(), window);
        assertThat(run(onScreen)).isEqualTo(2);
        assertThat(err.toString()).contains("no display").contains("DISPLAY").doesNotContain("\tat ");
        assertThat(opened).isEmpty();

        assertThat(run(new Console.OnScreen(Map.of("DISPLAY", ":1"), window))).isZero();
    }

    @Test
    void whatBreaksExitsWithThreeAndSaysSo() {
        assertThat(run(site -> {
                    throw new IllegalStateException("no more memory cards");
                }))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no more memory cards").doesNotContain("\tat ");
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(run(window, "--help")).isZero();
        assertThat(out.toString()).contains("SITE", "0   fine", "2   bad input");
    }

    @Test
    void aSubcommandReturnsItsOwnExitCode() {
        assertThat(run(window, "look", "--findings", "0")).isZero();
        assertThat(run(window, "look", "--findings", "3")).isEqualTo(1);
        assertThat(run(window, "look", "--findings", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("redoubt: fewer than none");
        assertThat(run(window, "look", "--findings", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("'many'").contains("redoubt look --help");
        assertThat(opened).isEmpty();
    }

    private String said() {
        return out.toString() + err;
    }

    private int run(Console console, String... arguments) {
        return new Commands(console, List.of(new Look()))
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Command(name = "look", mixinStandardHelpOptions = true)
    private static final class Look implements Callable<Integer> {
        @Option(names = "--findings")
        private int findings;

        @Override
        public Integer call() {
            if (findings < 0) {
                throw new BadInput("fewer than none");
            }
            return (findings == 0 ? Exit.FINE : Exit.FINDINGS).code();
        }
    }
}
