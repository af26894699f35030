package org.redoubt.views.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.model.Unit;

/** Claims as a reader wants them: values in human units, other elements by their names, attributes and sources in words. */
public final class Values {

    private static final int MOST_LISTED = 8;

    private Values() {}

    /** What a claim says, fit to be shown; the elements it names are named as in {@code site}. */
    public static String of(Claim<?> claim, Site site) {
        return switch (claim.value()) {
            case null -> "nothing any more";
            case Long amount -> Units.amount(amount, claim.attribute().unit());
            case Double share ->
                claim.attribute().unit() == Unit.SHARE ? Units.share(share) : String.format(Locale.ROOT, "%.2f", share);
            case Boolean flag -> flag ? "yes" : "no";
            case LinkState link -> Status.of(link).word();
            case RunState state -> Status.of(state).word();
            case Enum<?> choice -> word(choice.name());
            case ElementId id -> name(id, site);
            case List<?> many -> list(many, site);
            default -> Shown.text(claim.value().toString());
        };
    }

    /** The name of an element, fit to be shown. */
    public static String name(ElementId id, Site site) {
        return Shown.text(site.nameOf(id));
    }

    public static String name(Element element) {
        return Shown.text(element.name());
    }

    /** An attribute as a label: {@code memory free}. */
    public static String label(Attribute<?> attribute) {
        return attribute.name().replace('-', ' ');
    }

    /** A source as people call it: {@code libvirt on node-1}, {@code site file}. */
    public static String source(Source source) {
        return switch (source.kind()) {
            case "site-file" -> "site file";
            case "desk" -> "this desk";
            case "sim" -> "simulated " + Shown.text(source.where());
            default -> Shown.text(source.kind()) + " on " + Shown.text(source.where());
        };
    }

    /** An enum constant or a kind's label in words: {@code migrating out}. */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    private static String list(List<?> many, Site site) {
        if (many.isEmpty()) {
            return "none";
        }
        String listed = many.stream()
                .limit(MOST_LISTED)
                .map(item -> item instanceof ElementId id ? name(id, site) : Shown.text(item.toString()))
                .collect(Collectors.joining(", "));
        return many.size() > MOST_LISTED ? listed + " and " + (many.size() - MOST_LISTED) + " more" : listed;
    }
}
