package org.redoubt.agent.journal;

import java.util.Optional;
import org.redoubt.agent.journal.EntryCodec.UnreadableException;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Range;
import org.redoubt.topology.plan.forecast.Run;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A scored migration ↔ JSON: what was done, what had been said of it, and the hypervisor's own figures. */
final class RunCodec {

    private RunCodec() {}

    /** Writes its properties into the object that is being written. */
    static void write(JsonGenerator json, Run run) {
        json.writeName("step");
        StepCodec.write(json, run.step());
        run.predicted().ifPresent(said -> predicted(json, said));
        json.writeBooleanProperty("landed", run.landed());
        json.writeName("figures");
        figures(json, run.figures());
        json.writeNumberProperty("peak", run.peak());
        json.writeNumberProperty("expectedPause", run.expectedPause());
    }

    private static void predicted(JsonGenerator json, Prediction said) {
        json.writeName("predicted");
        json.writeStartObject();
        json.writeNumberProperty("millis", said.millis());
        json.writeNumberProperty("millisLow", said.total().low());
        json.writeNumberProperty("millisHigh", said.total().high());
        json.writeNumberProperty("pause", said.pauseMillis());
        json.writeNumberProperty("pauseLow", said.pause().low());
        json.writeNumberProperty("pauseHigh", said.pause().high());
        json.writeNumberProperty("bytes", said.bytes());
        json.writeBooleanProperty("converges", said.converges());
        json.writeNumberProperty("slowed", said.slowed());
        json.writeStringProperty("basis", EntryCodec.cut(said.basis()));
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, JobFigures figures) {
        json.writeStartObject();
        json.writeNumberProperty("total", figures.total());
        json.writeNumberProperty("processed", figures.processed());
        json.writeNumberProperty("remaining", figures.remaining());
        json.writeNumberProperty("rate", figures.rate());
        json.writeNumberProperty("dirtyRate", figures.dirtyRate());
        json.writeNumberProperty("iteration", figures.iteration());
        json.writeNumberProperty("elapsed", figures.elapsed());
        json.writeNumberProperty("pause", figures.pause());
        json.writeNumberProperty("zero", figures.zero());
        json.writeNumberProperty("content", figures.content());
        json.writeNumberProperty("throttle", figures.throttle());
        json.writeEndObject();
    }

    static Run read(JsonNode json) throws UnreadableException {
        Optional<Prediction> predicted = json.get("predicted") == null
                ? Optional.empty()
                : Optional.of(prediction(EntryCodec.object(json, "predicted")));
        return new Run(
                StepCodec.migrate(EntryCodec.object(json, "step")),
                predicted,
                EntryCodec.flag(json, "landed"),
                figures(EntryCodec.object(json, "figures")),
                EntryCodec.number(json, "peak"),
                EntryCodec.number(json, "expectedPause"));
    }

    private static Prediction prediction(JsonNode json) throws UnreadableException {
        return new Prediction(
                EntryCodec.number(json, "millis"),
                EntryCodec.number(json, "pause"),
                EntryCodec.number(json, "bytes"),
                EntryCodec.flag(json, "converges"),
                EntryCodec.text(json, "basis"),
                new Range(EntryCodec.number(json, "millisLow"), EntryCodec.number(json, "millisHigh")),
                new Range(EntryCodec.number(json, "pauseLow"), EntryCodec.number(json, "pauseHigh")),
                (int) EntryCodec.number(json, "slowed"));
    }

    private static JobFigures figures(JsonNode json) throws UnreadableException {
        return new JobFigures(
                EntryCodec.number(json, "total"),
                EntryCodec.number(json, "processed"),
                EntryCodec.number(json, "remaining"),
                EntryCodec.number(json, "rate"),
                EntryCodec.number(json, "dirtyRate"),
                EntryCodec.number(json, "iteration"),
                EntryCodec.number(json, "elapsed"),
                EntryCodec.number(json, "pause"),
                EntryCodec.number(json, "zero"),
                EntryCodec.number(json, "content"),
                EntryCodec.number(json, "throttle"));
    }
}
