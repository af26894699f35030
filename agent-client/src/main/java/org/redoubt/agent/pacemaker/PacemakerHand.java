package org.redoubt.agent.pacemaker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.pacemaker.read.Simulation;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Residence;
import org.redoubt.agent.probe.Shell;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Step;

/**
 * The hand on a cluster by way of one of its nodes: it is told and asked over that host's shell. The node says itself by
 * which name its cluster knows it.
 */
public final class PacemakerHand implements ClusterAgent {

    private static final int SHORT = 10;
    private static final int LONG = 30;

    /** Between the answers of {@link #LOOK}; no XML holds it as a line. */
    private static final String MARK = "\n==\n";

    private static final String NODE = "crm_node -n 2>/dev/null";

    /** How long a look waits for the cluster to come to rest, seconds: it is looked again. */
    private static final int REST = 2;

    private static final String LOOK = NODE + " && echo == && { crm_resource --wait --timeout " + REST
            + " >/dev/null 2>&1; echo $?; } && echo == && cibadmin -Q -o constraints 2>/dev/null && echo && echo =="
            + " && crm_mon -1 -r --output-as=xml 2>/dev/null";

    private final ElementId host;
    private final Shell shell;

    /** @param shell runs on that host */
    public PacemakerHand(ElementId host, Shell shell) {
        this.host = host;
        this.shell = shell;
    }

    @Override
    public Answer perform(Intent intent) {
        return switch (intent.step()) {
            case Step.ClusterMove move -> tell(move, move.resource(), PacemakerMove::move);
            case Step.ClusterClear clear -> tell(clear, clear.resource(), PacemakerMove::clear);
            case Step.Migrate _ -> new Answer.Failed("Not its cluster's to do: a hypervisor migrates by itself.");
        };
    }

    private Answer tell(Step.Move step, String resource, Function<PacemakerMove, String> command) {
        if (!step.to().equals(host)) {
            return new Answer.Failed("Not this host's to do: " + step.to() + " is asked, this is " + host + ".");
        }
        return switch (command(resource)) {
            case Known(PacemakerMove move) -> told(shell.run(command.apply(move) + " 2>&1", LONG));
            case Unknown(String why) -> new Answer.Failed("nothing was sent: " + why);
        };
    }

    private static Answer told(Shell.Said said) {
        return switch (said) {
            case Shell.Said.NotBegun(String why) -> new Answer.Failed("nothing was sent: " + why);
            case Shell.Said.Lost(String why) -> new Answer.Silent(why);
            case Shell.Said.Ended(int exit, String text) -> {
                if (exit == 0) {
                    yield new Answer.Accepted();
                }
                yield exit == org.redoubt.agent.probe.Answer.TIMED_OUT
                        ? new Answer.Silent("the cluster did not answer in time")
                        : new Answer.Failed(PacemakerMove.refusal(exit)
                                .orElseGet(() -> "crm_resource refused (" + exit + "): " + words(text)));
            }
        };
    }

    private static String words(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    @Override
    public Foresight foresee(Step.ClusterMove step) {
        return switch (command(step.resource())) {
            case Unknown(String why) -> new Foresight.Untold(why);
            case Known(PacemakerMove move) ->
                switch (shell.run(move.rehearsal(), LONG)) {
                    case Shell.Said.NotBegun(String why) -> new Foresight.Untold(why);
                    case Shell.Said.Lost(String why) -> new Foresight.Untold(why);
                    case Shell.Said.Ended(int exit, String text) -> foreseen(move, exit, text);
                };
        };
    }

    private static Foresight foreseen(PacemakerMove move, int exit, String text) {
        if (exit != 0) {
            return new Foresight.Untold(PacemakerMove.refusal(exit)
                    .orElse("the cluster did not rehearse it (" + exit + "): may this account administer it?"));
        }
        return Simulation.parse(text)
                .<Foresight>map(simulation -> new Foresight.Told(move.foretold(simulation)))
                .orElseGet(() -> new Foresight.Untold("what crm_simulate answered was not understood"));
    }

    @Override
    public Residence residence(String resource) {
        return switch (shell.run(LOOK, LONG)) {
            case Shell.Said.NotBegun(String why) -> new Residence.Untold(why);
            case Shell.Said.Lost(String why) -> new Residence.Untold(why);
            case Shell.Said.Ended(int exit, String _)
            when exit != 0 -> new Residence.Untold("the cluster did not answer there (" + exit + ")");
            case Shell.Said.Ended(int _, String text) ->
                read(resource, text)
                        .<Residence>map(told -> told)
                        .orElseGet(() -> new Residence.Untold("what the cluster answered there was not understood"));
        };
    }

    private static Optional<Residence.Told> read(String resource, String text) {
        String[] answers = text.split(MARK, -1);
        if (answers.length != 4 || !(Mon.parse(answers[3]) instanceof Mon.Result.Read(Mon mon)) || mon.odd() > 0) {
            return Optional.empty();
        }
        Map<String, List<String>> places = new HashMap<>();
        for (Mon.Running one : mon.resources()) {
            List<String> nodes = one.active() ? one.nodes().stream().sorted().toList() : List.of();
            // a clone's instances change their numbers: it is as whole where it was
            places.merge(
                    one.id().replaceFirst(":[0-9]+$", ""),
                    nodes,
                    (some, more) -> java.util.stream.Stream.of(some, more)
                            .flatMap(List::stream)
                            .sorted()
                            .toList());
        }
        return Xml.parse(answers[2])
                .filter(root -> root.name().equals("constraints"))
                .map(constraints -> new Residence.Told(
                        answers[0].strip(), places, answers[1].strip().equals("0"), ruled(constraints, resource)));
    }

    /** Of the rules that crm_resource makes, whether or not their time is up. */
    private static boolean ruled(Xml constraints, String resource) {
        return constraints.all("rsc_location").stream()
                .anyMatch(rule -> rule.attribute("rsc").filter(resource::equals).isPresent()
                        && rule.attribute("id")
                                .filter(id -> id.startsWith("cli-"))
                                .isPresent());
    }

    // --- the command that names this node

    private sealed interface Command {}

    private record Known(PacemakerMove move) implements Command {}

    private record Unknown(String why) implements Command {}

    private Command command(String resource) {
        return switch (shell.run(NODE, SHORT)) {
            case Shell.Said.NotBegun(String why) -> new Unknown(why);
            case Shell.Said.Lost(String why) -> new Unknown(why);
            case Shell.Said.Ended(int exit, String text) ->
                exit != 0
                        ? new Unknown("Pacemaker does not answer there")
                        : PacemakerMove.of(resource, text.strip())
                                .<Command>map(Known::new)
                                .orElseGet(() -> new Unknown(
                                        "the name of the resource or the node is none that is put into a command"));
        };
    }
}
