package org.cognito4j.it;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.util.Throwables;

/** What is logged in this JVM while this is open, at every level. */
final class JvmLog implements ServerLog {

    /**
     * With debugging on, Jetty writes every request with its headers before an application sees them, as servers do.
     * Nothing in an application can keep it from that, so that one stays off.
     */
    private static final String SERVER = "org.eclipse.jetty";

    /** The one that the tests send their requests with is in the same JVM. */
    private static final String CLIENT = "jdk.internal.httpclient";

    private static final Map<String, Level> LEVELS =
            Map.of("", Level.ALL, "org.cognito4j", Level.ALL, SERVER, Level.INFO, CLIENT, Level.INFO);

    private final List<String> records = new CopyOnWriteArrayList<>();
    private final Map<Logger, Level> levelsBefore = new HashMap<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(textOf(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private JvmLog() {}

    static JvmLog open() {
        JvmLog log = new JvmLog();
        LEVELS.forEach((name, level) -> {
            Logger logger = Logger.getLogger(name);
            log.levelsBefore.put(logger, logger.getLevel());
            logger.setLevel(level);
        });
        log.handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log.handler);
        return log;
    }

    /** Each record with its parameters and the stack trace of what was thrown. */
    @Override
    public List<String> records() {
        return records;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        levelsBefore.forEach(Logger::setLevel);
    }

    private static String textOf(LogRecord line) {
        String thrown = line.getThrown() == null ? "" : Throwables.getStackTrace(line.getThrown());
        return String.join(
                " ",
                String.valueOf(line.getLoggerName()),
                String.valueOf(line.getMessage()),
                Arrays.toString(line.getParameters()),
                thrown);
    }
}
