package org.redoubt.agent.port;

import java.util.List;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;

/** What was intended and what became of it, written before it is sent. One desk writes a journal at a time. */
public interface Journal extends AutoCloseable {

    /**
     * Writes the intent down; when this returns, it survives a crash of the machine.
     *
     * @throws JournalException when it could not be written; then nothing may be performed
     */
    Intent intend(Step step, Approval approval) throws JournalException;

    /** Writes down what became of an intent, flushed. An {@link Outcome.Unknown} leaves it open. */
    void conclude(Intent intent, Outcome outcome) throws JournalException;

    /** Writes down how long an intent that was sent had been predicted to take, and how long it took; flushed. */
    void score(Intent intent, Run run) throws JournalException;

    void note(String text) throws JournalException;

    /** The intents that nobody knows the outcome of, this desk's earlier runs included; oldest first. */
    List<Intent> open();

    /** The newest entries, newest first, at most {@code most}. */
    List<Entry> latest(int most);

    /** What was found wrong when it was opened, in words; empty when it was whole. */
    List<String> complaints();

    /** Calls {@code listener} after each entry, on the thread that wrote it. */
    void onEntry(Runnable listener);

    @Override
    void close();
}
