package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;

/** Puts what hosts answer to a VM into the words on their cards. */
final class FitWords {

    private FitWords() {}

    /** @param callouts whether a callout is drawn beside the pointer; else a list says more */
    static Map<ElementId, HostAnswer> of(Site site, ElementId vm, List<Fit> fits, boolean callouts) {
        Map<ElementId, HostAnswer> answers = new LinkedHashMap<>();
        String from = site.vm(vm)
                .flatMap(known -> known.whereabouts().host())
                .map(site::nameOf)
                .orElse("?");
        for (Fit fit : fits) {
            List<String> callout = callouts ? callout(fit, from + " → " + site.nameOf(fit.host())) : List.of();
            answers.put(fit.host(), answer(fit, callout));
        }
        return answers;
    }

    private static HostAnswer answer(Fit fit, List<String> callout) {
        Fit.Verdict verdict = fit.verdict();
        List<String> lines = new ArrayList<>();
        fit.objections().forEach(objection -> lines.add(objection.says()));
        if (verdict != Fit.Verdict.CANNOT) {
            for (String cost : fit.costs()) {
                lines.add("fits, but " + cost);
            }
        }
        if (lines.isEmpty()) {
            lines.add("fits"
                    + fit.prediction()
                            .map(found -> " · " + Durations.of(found.total()))
                            .orElse(""));
        }
        return new HostAnswer(tone(verdict), lines, callout);
    }

    private static Tone tone(Fit.Verdict verdict) {
        return switch (verdict) {
            case FITS -> Tone.INTERACTION;
            case FITS_BUT -> Tone.WARNING;
            case CANNOT -> Tone.FAINT;
        };
    }

    private static List<String> callout(Fit fit, String way) {
        List<String> lines = new ArrayList<>();
        lines.add(way);
        if (fit.verdict() == Fit.Verdict.CANNOT) {
            for (Objection objection : fit.objections()) {
                lines.add("✕ " + objection.says() + (objection.fix().isEmpty() ? "" : ": " + objection.fix()));
            }
            return lines;
        }
        lines.add(fit.prediction().map(FitWords::predicted).orElse("time not predicted: too little is known"));
        for (Objection objection : fit.objections()) {
            lines.add("to be accepted: " + objection.says());
        }
        lines.addAll(fit.costs());
        return lines;
    }

    private static String predicted(Prediction prediction) {
        String words = Durations.of(prediction.total()) + " · pause " + Durations.of(prediction.pause()) + " · "
                + Words.bytes(prediction.bytes()) + " to copy";
        return prediction.converges() ? words : words + " · may not converge";
    }
}
