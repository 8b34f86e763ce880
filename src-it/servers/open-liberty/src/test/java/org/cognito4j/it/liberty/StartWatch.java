package org.cognito4j.it.liberty;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that waits for an application when the log says that the application was not started. */
final class StartWatch implements AutoCloseable {

    private static final long INTERVAL_IN_MILLIS = 100;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Thread waiting = Thread.currentThread();
    private final String message;
    private final Path log;
    private final long start;
    private boolean done;

    private StartWatch(String message, Path log, long start) {
        this.message = message;
        this.log = log;
        this.start = start;
    }

    /** Prepares for an application that the current thread is going to deploy. */
    static StartWatch of(String application, Path log) {
        return new StartWatch("CWWKZ0012I: The application " + application + " was not started", log, size(log));
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, INTERVAL_IN_MILLIS, INTERVAL_IN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void look() {
        if (!done && newText().contains(message)) {
            done = true;
            waiting.interrupt();
        }
    }

    private String newText() {
        if (!Files.exists(log)) {
            return ""; // the server is about to start
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] text = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            done = true;
        }
        timer.shutdownNow();
        Thread.interrupted(); // one that came too late must not hit what is next
    }
}
