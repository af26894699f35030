package org.redoubt.agent.port;

/** What a host answered to an action. What really became of it, only reading back tells. */
public sealed interface Answer {

    /** It says that it did it. */
    record Accepted() implements Answer {}

    /** It says that it did not, and why, in its own words. */
    record Failed(String why) implements Answer {}

    /** It gave up because it was asked to. */
    record Cancelled() implements Answer {}

    /** No answer came: the connection broke, or the time was up. It may have been done, or still be going on. */
    record Silent(String why) implements Answer {}
}
