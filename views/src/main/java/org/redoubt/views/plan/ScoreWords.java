package org.redoubt.views.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.topology.plan.forecast.Score;

/** How good earlier predictions were, in one sentence: so that an operator knows what this one is worth. */
public final class ScoreWords {

    private ScoreWords() {}

    /** About two hosts where predictions were made between them, else about the site. */
    public static String of(MigrateVm.Scored scored) {
        Score score = scored.score();
        String where = scored.between() ? "between these hosts" : "on this site";
        if (score.runs() + score.verdicts() == 0) {
            return "No prediction on this site has been held against a real move yet.";
        }
        List<String> parts = new ArrayList<>();
        score.total().ifPresent(error -> parts.add("time within " + percent(error)));
        score.pause().ifPresent(error -> parts.add("pause within " + percent(error)));
        if (score.runs() > 0) {
            parts.add(score.within() + " of " + score.runs() + " in the range");
        }
        if (score.verdicts() > 0) {
            parts.add("whether it ends by itself right " + score.right() + " of " + score.verdicts());
        }
        int most = Math.max(score.runs(), score.verdicts());
        String which = most == 1 ? "The last prediction " + where : "The last " + most + " predictions " + where;
        return which + ": " + String.join(", ", parts) + ".";
    }

    /** The middle error: so much, half of them were off by less. */
    private static String percent(double error) {
        double ratio = Math.exp(error);
        return ratio < 2 ? Math.round(100 * (ratio - 1)) + " %" : String.format(Locale.ROOT, "a factor of %.1f", ratio);
    }
}
