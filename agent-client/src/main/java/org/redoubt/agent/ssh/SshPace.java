package org.redoubt.agent.ssh;

/**
 * How often a host is asked and how long it is waited for; milliseconds.
 *
 * @param round between the beginnings of two rounds
 * @param connect how long connecting and logging in may take, each step of it
 * @param grace how long an answer may take beyond the time that its question has on the host
 * @param closing how long closing waits for a thread
 */
record SshPace(long round, int connect, long grace, long closing) {

    static final SshPace NORMAL = new SshPace(10_000, 10_000, 7_000, 2_000);
}
