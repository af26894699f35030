package org.redoubt.agent.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redoubt.agent.journal.EntryCodec.UnreadableException;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A step ↔ JSON: what is done to which VM, and what was foretold of it. */
final class StepCodec {

    private static final int MOST_OTHERS = 64;

    private StepCodec() {}

    static void write(JsonGenerator json, Step step) {
        json.writeStartObject();
        switch (step) {
            case Step.Migrate migrate -> {
                ends(json, "migrate", migrate);
                json.writeNumberProperty("bandwidth", migrate.tuning().bandwidth());
                json.writeBooleanProperty("autoConverge", migrate.tuning().autoConverge());
                json.writeNumberProperty("pauseLimit", migrate.tuning().pauseLimit());
            }
            case Step.ClusterMove move -> {
                ends(json, "cluster-move", move);
                json.writeStringProperty("resource", EntryCodec.cut(move.resource()));
                foretold(json, move.foretold());
            }
            case Step.ClusterClear clear -> {
                ends(json, "cluster-clear", clear);
                json.writeStringProperty("resource", EntryCodec.cut(clear.resource()));
            }
        }
        json.writeEndObject();
    }

    private static void ends(JsonGenerator json, String type, Step.Move move) {
        json.writeStringProperty("type", type);
        json.writeStringProperty("vm", move.vm().toString());
        json.writeStringProperty("from", move.from().toString());
        json.writeStringProperty("to", move.to().toString());
    }

    private static void foretold(JsonGenerator json, Foretold foretold) {
        json.writeStringProperty("way", word(foretold.way()));
        json.writeName("others");
        json.writeStartArray();
        // a line stays short enough to be read: a name is at most 300 characters, its words a sentence
        foretold.others().stream().limit(MOST_OTHERS).forEach(other -> {
            json.writeStartObject();
            json.writeStringProperty("name", cut(other.name()));
            json.writeStringProperty("words", cut(other.words()));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    private static String word(Foretold.Way way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Step read(JsonNode json) throws UnreadableException {
        String type = EntryCodec.text(json, "type");
        return switch (type) {
            case "migrate" -> migrate(json);
            case "cluster-move" ->
                new Step.ClusterMove(
                        id(json, "vm"),
                        id(json, "from"),
                        id(json, "to"),
                        EntryCodec.text(json, "resource"),
                        foretold(json));
            case "cluster-clear" ->
                new Step.ClusterClear(
                        id(json, "vm"), id(json, "from"), id(json, "to"), EntryCodec.text(json, "resource"));
            default -> throw new UnreadableException("nothing is known of a step of type " + type);
        };
    }

    static Step.Migrate migrate(JsonNode json) throws UnreadableException {
        String type = EntryCodec.text(json, "type");
        if (!type.equals("migrate")) {
            throw new UnreadableException("nothing is known of a run of type " + type);
        }
        return new Step.Migrate(
                id(json, "vm"),
                id(json, "from"),
                id(json, "to"),
                new Tuning(
                        EntryCodec.number(json, "bandwidth"),
                        EntryCodec.flag(json, "autoConverge"),
                        EntryCodec.number(json, "pauseLimit")));
    }

    private static Foretold foretold(JsonNode json) throws UnreadableException {
        String word = EntryCodec.text(json, "way");
        Foretold.Way way = null;
        for (Foretold.Way one : Foretold.Way.values()) {
            way = word(one).equals(word) ? one : way;
        }
        JsonNode list = json.get("others");
        if (way == null || list == null || !list.isArray()) {
            throw new UnreadableException("it does not say what was foretold");
        }
        List<Foretold.Other> others = new ArrayList<>();
        for (JsonNode one : list) {
            others.add(new Foretold.Other(EntryCodec.text(one, "name"), EntryCodec.text(one, "words")));
        }
        return new Foretold(way, others);
    }

    private static ElementId id(JsonNode json, String name) throws UnreadableException {
        return ElementId.parse(EntryCodec.text(json, name));
    }
}
