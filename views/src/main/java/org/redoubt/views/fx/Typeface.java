package org.redoubt.views.fx;

import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The letters of the console: Inter where it is installed, else what the system has. A toolkit knows only two weights of
 * a family by number; the half-bold one has to be asked for by its own name.
 */
public final class Typeface {

    private static final Set<String> FAMILIES = Set.copyOf(Font.getFamilies());
    private static final String FAMILY = first(List.of("Inter", "DejaVu Sans"), "System");
    private static final String STRONG = first(List.of("Inter Semi Bold", "Inter SemiBold"), "");

    private Typeface() {}

    public static Font of(double size, boolean strong) {
        if (!strong) {
            return Font.font(FAMILY, size);
        }
        return STRONG.isEmpty() ? Font.font(FAMILY, FontWeight.BOLD, size) : Font.font(STRONG, size);
    }

    private static String first(List<String> wanted, String otherwise) {
        return wanted.stream().filter(FAMILIES::contains).findFirst().orElse(otherwise);
    }
}
