package org.redoubt.agent.pacemaker.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.FenceState;

/**
 * One fencing, as Pacemaker's fencer remembers it.
 *
 * @param words all of it, for people
 */
public record FenceEvent(String target, FenceState state, String words) {

    /** Empty where it lacks whom it was about, or how it went. */
    public static Optional<FenceEvent> of(Xml event) {
        if (!event.name().equals("fence_event")) {
            return Optional.empty();
        }
        Optional<FenceState> state = event.attribute("status").flatMap(FenceEvent::state);
        Optional<String> target = event.attribute("target").flatMap(Limits::name);
        return target.isEmpty()
                ? Optional.empty()
                : state.map(how -> new FenceEvent(target.get(), how, words(event, target.get(), how)));
    }

    private static Optional<FenceState> state(String status) {
        return switch (status) {
            case "success" -> Optional.of(FenceState.SUCCESS);
            case "failed" -> Optional.of(FenceState.FAILED);
            case "pending" -> Optional.of(FenceState.PENDING);
            default -> Optional.empty();
        };
    }

    private static String words(Xml event, String target, FenceState state) {
        return Limits.sentence(event.attribute("action").orElse("fencing") + " of " + target
                + event.attribute("delegate").map(by -> " by " + by).orElse("")
                + event.attribute("client").map(client -> " for " + client).orElse("")
                + event.attribute("origin").map(origin -> "@" + origin).orElse("")
                + ": " + state.name().toLowerCase(Locale.ROOT)
                + event.attribute("completed").map(when -> " at " + when).orElse("")
                + event.attribute("exit-reason").map(why -> " (" + why + ")").orElse(""));
    }

    /**
     * The events of {@code stonith_admin --history}, newest first as the tool tells them; empty when the text is none, or
     * one of its events makes no sense.
     */
    public static Optional<List<FenceEvent>> parse(String text) {
        Optional<Xml> root = Xml.parse(text)
                .filter(one -> one.name().equals("pacemaker-result"))
                .filter(one -> one.at("status")
                        .flatMap(status -> status.attribute("code"))
                        .filter("0"::equals)
                        .isPresent());
        return root.flatMap(one -> {
            List<Xml> told = one.all("list").stream()
                    .flatMap(list -> list.all("fence_event").stream())
                    .toList();
            List<FenceEvent> read =
                    told.stream().flatMap(event -> of(event).stream()).toList();
            return read.size() == told.size() ? Optional.of(read) : Optional.empty();
        });
    }
}
