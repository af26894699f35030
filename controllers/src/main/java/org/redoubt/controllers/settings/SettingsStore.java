package org.redoubt.controllers.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.redoubt.agent.port.Preferences;

/**
 * The settings that hold now, kept over restarts. A store that cannot be read or written never stops the console: it
 * goes on with what it has, and says so.
 */
public final class SettingsStore {

    private final Preferences preferences;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Settings now;

    /** Reads what was kept. */
    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public SettingsStore(Preferences preferences) {
        this.preferences = preferences;
        this.now = load();
    }

    public Settings now() {
        return now;
    }

    /** Changes the settings and keeps them, in a small file: not for every pixel that a window moves. */
    public void change(UnaryOperator<Settings> change) {
        synchronized (preferences) {
            Settings changed = change.apply(now);
            if (changed.equals(now)) {
                return;
            }
            now = changed;
            try {
                preferences.store(SettingsText.write(changed));
            } catch (IOException failed) {
                complaints.addIfAbsent("the settings could not be kept: " + failed.getMessage());
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** What was wrong with what was kept, or with keeping it, in words; oldest first. */
    public List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    /** Calls {@code listener} after each change, on the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private Settings load() {
        try {
            SettingsText.Read read = SettingsText.read(preferences.load().orElse(""));
            complaints.addAll(read.complaints());
            return read.settings();
        } catch (IOException failed) {
            complaints.add("the settings could not be read, the defaults are used: " + failed.getMessage());
            return Settings.DEFAULT;
        }
    }
}
