package org.redoubt.topology.model;

/**
 * Who says so: the kind of wire or file a claim came through, and where it was heard ({@code libvirt@node-1},
 * {@code site-file@dc-west}, {@code desk@desk-2}).
 */
public record Source(String kind, String where) implements Comparable<Source> {

    public Source {
        if (kind.isEmpty() || kind.indexOf('@') >= 0) {
            throw new IllegalArgumentException("a source's kind is a word without @: " + kind);
        }
    }

    /** The kind of the site file. */
    public static final String SITE_FILE = "site-file";

    /**
     * Whether what it says holds until it says otherwise, as what is written in a file does. What is measured or observed
     * holds for the time in which it was heard.
     */
    public boolean standing() {
        return kind.equals(SITE_FILE);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Source parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("a source is written kind@where, not " + text);
        }
        return new Source(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(Source other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : where.compareTo(other.where);
    }

    @Override
    public String toString() {
        return kind + "@" + where;
    }
}
