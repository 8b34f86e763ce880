package org.cognito4j.net;

import java.lang.System.Logger;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The logger of this module: one whose handlers may throw. Handlers belong to the server or to the application, and what they throw, {@link
 * Error}s included, loses a line and changes nothing else. All classes of this module log by it; a test holds them to that. Thread-safe.
 */
public final class QuietLog implements Logger {

    private final String name;
    private volatile @Nullable Logger logger;

    private QuietLog(String name) {
        this.name = name;
    }

    /**
     * The logger of a name.
     *
     * @param name for example {@code org.cognito4j}
     * @return a logger; the platform's one behind it is looked up for the first line
     */
    public static Logger of(String name) {
        return new QuietLog(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        boolean[] loggable = new boolean[1];
        Quietly.run(() -> loggable[0] = logger().isLoggable(level));
        return loggable[0];
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        Quietly.run(() -> logger().log(level, bundle, message, thrown));
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... parameters) {
        Quietly.run(() -> logger().log(level, bundle, format, parameters));
    }

    /** The message may be made of foreign objects, which may throw, too. */
    @Override
    public void log(Level level, Supplier<String> message) {
        Quietly.run(() -> logger().log(level, message));
    }

    private Logger logger() {
        Logger known = logger;
        if (known == null) {
            known = System.getLogger(name);
            logger = known;
        }
        return known;
    }
}
