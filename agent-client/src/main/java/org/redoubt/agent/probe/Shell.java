package org.redoubt.agent.probe;

/**
 * A shell on one host whose key is known. Whoever runs something there puts together its words alone: nothing that a host
 * or a file called itself goes into a command unchecked.
 */
public interface Shell {

    /** What became of a command. */
    sealed interface Said {

        /**
         * It ran.
         *
         * @param exit as the shell tells it; {@link Answer#TIMED_OUT} where it took too long and was ended
         * @param text what it wrote
         */
        record Ended(int exit, String text) implements Said {}

        /** It never began: the host was not reached, is not who it should be, or did not let this desk in. */
        record NotBegun(String why) implements Said {}

        /** It was sent, and how it ended is not known. */
        record Lost(String why) implements Said {}
    }

    /** Runs a command line for sh, in the C locale, with nothing to read. Blocks for a little longer than {@code seconds}. */
    Said run(String command, int seconds);
}
