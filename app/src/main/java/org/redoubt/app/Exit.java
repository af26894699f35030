package org.redoubt.app;

/** What the process says when it ends; scripts rely on these numbers. */
public enum Exit {
    FINE(0),
    /** It ran, and there is something to look at: findings, a broken journal, a plan that is refused. */
    FINDINGS(1),
    /** It did not run: the message says what was wrong with what was asked. */
    BAD_INPUT(2),
    /** It broke, and nothing is known of how far it came. */
    BROKEN(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
