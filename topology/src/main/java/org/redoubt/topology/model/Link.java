package org.redoubt.topology.model;

import java.util.ArrayList;
import java.util.List;

/** A relation that is claimed between two elements: every claim whose value names another element is one. */
public record Link(ElementId from, Attribute<?> relation, ElementId to, Claim<?> claim) {

    /** The links that start at {@code element}, tombstones left out. */
    public static List<Link> from(Element element) {
        List<Link> links = new ArrayList<>();
        for (Claim<?> claim : element.claims().all()) {
            switch (claim.value()) {
                case ElementId to -> links.add(new Link(element.id(), claim.attribute(), to, claim));
                case List<?> many
                when claim.attribute().shape() == Attribute.Shape.REFS ->
                    many.forEach(to -> links.add(new Link(element.id(), claim.attribute(), (ElementId) to, claim)));
                case null, default -> {}
            }
        }
        return links;
    }
}
