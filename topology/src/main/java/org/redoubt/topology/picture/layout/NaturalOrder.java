package org.redoubt.topology.picture.layout;

import java.util.Comparator;
import org.redoubt.topology.model.Element;

/** The order in which people count: node-2 before node-10. */
final class NaturalOrder {

    /** By name, and by id where names are the same. */
    static final Comparator<Element> OF_ELEMENTS =
            Comparator.comparing(Element::name, NaturalOrder::compare).thenComparing(Element::id);

    private NaturalOrder() {}

    static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (digit(one.charAt(i)) && digit(other.charAt(j))) {
                int endOne = endOfNumber(one, i);
                int endOther = endOfNumber(other, j);
                int order = compareNumbers(one.substring(i, endOne), other.substring(j, endOther));
                if (order != 0) {
                    return order;
                }
                i = endOne;
                j = endOther;
            } else {
                int order = Character.compare(one.charAt(i++), other.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        int order = Integer.compare(one.length() - i, other.length() - j);
        return order != 0 ? order : one.compareTo(other);
    }

    private static boolean digit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, String other) {
        String a = withoutZeros(one);
        String b = withoutZeros(other);
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
