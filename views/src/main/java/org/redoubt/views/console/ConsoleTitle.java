package org.redoubt.views.console;

import java.time.InstantSource;

/**
 * What the window says of itself.
 *
 * @param site the site's name
 * @param mode what is looked at
 * @param desk who this desk is, in the journal's words
 * @param mayAct whether an operator may act from here
 * @param wall the clock that people read; nothing is decided by it
 */
public record ConsoleTitle(String site, Mode mode, String desk, String operator, boolean mayAct, InstantSource wall) {

    /** What kind of site is looked at. */
    public enum Mode {
        REAL(""),
        SIMULATED("SIMULATED"),
        SNAPSHOT("SNAPSHOT"),
        RECORDING("RECORDING");

        private final String mark;

        Mode(String mark) {
            this.mark = mark;
        }

        /** Whether time stands still in it, and nothing can be done to it. */
        public boolean still() {
            return this == SNAPSHOT || this == RECORDING;
        }

        /** The word beside the site's name; empty for a real site. */
        public String mark() {
            return mark;
        }
    }
}
