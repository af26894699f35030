package org.redoubt.agent.ssh.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;

/**
 * What a reader makes of answers.
 *
 * @param facts each as {@code kind:key attribute=value}, in order of the alphabet; of two about the same thing the last
 */
public record Heard(List<String> facts, List<String> unreadable) {

    public static final ElementId HOST = ElementId.host("h1");

    /** Questions and what they were answered, in turn. */
    public static Heard of(Reader reader, String... questionsAndTexts) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < questionsAndTexts.length; i += 2) {
            answers.put(questionsAndTexts[i], new Answer(questionsAndTexts[i], 0, questionsAndTexts[i + 1]));
        }
        return of(reader, answers);
    }

    public static Heard of(Reader reader, Map<String, Answer> answers) {
        Reading reading = new Reading();
        reader.read(new Round(HOST, 1_000, answers), reading);
        Map<String, String> facts = new TreeMap<>();
        for (Assertion<?> line : reading.lines()) {
            facts.put(line.element() + " " + line.attribute(), String.valueOf(line.value()));
        }
        return new Heard(
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .toList(),
                reading.unreadable());
    }

    /** Of one element alone. */
    public List<String> of(String element) {
        return facts.stream().filter(fact -> fact.startsWith(element + " ")).toList();
    }

    /** What says that something is well. */
    public List<String> fine() {
        return facts.stream()
                .filter(fact -> fact.endsWith(" " + Attributes.UP + "=true")
                        || fact.endsWith(" " + Attributes.HEALTH + "=" + Health.OK))
                .collect(Collectors.toList());
    }
}
