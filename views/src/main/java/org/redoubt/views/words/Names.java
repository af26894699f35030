package org.redoubt.views.words;

import java.util.Comparator;

/** The order in which people look for names: {@code node-2} before {@code node-10}, case apart. */
public final class Names {

    /** Figures within names compare as numbers; equal names compare by their exact characters. */
    public static final Comparator<String> ORDER = Names::compare;

    private Names() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (digit(a.charAt(i)) && digit(b.charAt(j))) {
                int endA = digits(a, i);
                int endB = digits(b, j);
                int order = numbers(a, i, endA, b, j, endB);
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int byLength = Integer.compare(a.length() - i, b.length() - j);
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int numbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = zeros(a, fromA, endA);
        int j = zeros(b, fromB, endB);
        int order = Integer.compare(endA - i, endB - j);
        for (; order == 0 && i < endA; i++, j++) {
            order = Character.compare(a.charAt(i), b.charAt(j));
        }
        return order;
    }

    /** Where the number begins behind its zeros; the last figure belongs to it. */
    private static int zeros(String text, int from, int end) {
        int begin = from;
        while (begin < end - 1 && text.charAt(begin) == '0') {
            begin++;
        }
        return begin;
    }
}
