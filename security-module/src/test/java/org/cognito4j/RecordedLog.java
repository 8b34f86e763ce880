package org.cognito4j;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged under one name, on all levels, until it is closed. */
final class RecordedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private RecordedLog(String name) {
        this.logger = Logger.getLogger(name);
    }

    static RecordedLog of(String name) {
        RecordedLog log = new RecordedLog(name);
        log.logger.setLevel(Level.ALL);
        log.logger.addHandler(log);
        return log;
    }

    /** Level and message of each. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
    }
}
