package org.redoubt.app;

/// Where Redoubt starts.
public final class Main {
    private Main() {}

    static void main(String[] args) {}
}
