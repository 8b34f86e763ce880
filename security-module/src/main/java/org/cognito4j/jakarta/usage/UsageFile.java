package org.cognito4j.jakarta.usage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.cognito4j.config.AtomicFile;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.RefreshThread;
import org.cognito4j.net.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table in a file that no other process or application writes: the named one, or the first of {@code name-2}, {@code name-3} and
 * so on that is free. A lock file beside it stays with its owner. Whatever goes wrong is logged, and the figures stay in memory.
 * Used by one thread at a time.
 */
final class UsageFile implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int MOST_FILES = 16;
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final UsageTable table;
    private final RefreshThread thread;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-usage-file");
    private @Nullable Path path;
    private @Nullable FileChannel lock;
    private @Nullable UsageContent last;
    private String problem = "";
    private volatile boolean isClosed;

    private UsageFile(UsageTable table, RefreshThread thread) {
        this.table = table;
        this.thread = thread;
    }

    /**
     * Reads what an earlier run has left into a table, and writes the table from now on.
     *
     * @param named the file of the setting
     * @param thread writes
     */
    static UsageFile open(Path named, UsageTable table, RefreshThread thread) {
        UsageFile file = new UsageFile(table, thread);
        String reason;
        try {
            reason = file.calls.call(() -> file.claim(named.toAbsolutePath()), BOUND);
        } catch (BoundedCalls.Failed e) {
            reason = e.getMessage();
        }
        if (reason.isEmpty()) {
            file.plan();
        } else {
            LOG.log(
                    Level.WARNING,
                    "cognito.usage-file: " + VisibleText.quoted(named.toString()) + " is not used, as " + reason
                            + ". The figures are kept in memory alone. Name a file of its own in a folder that this process"
                            + " may write, and restart");
        }
        return file;
    }

    /** Returns why there is no file; empty if there is one. */
    private String claim(Path named) {
        try {
            for (int number = 1; number <= MOST_FILES; number++) {
                Path candidate = numbered(named, number);
                FileChannel channel = lock(candidate);
                if (channel != null && isClaimed(candidate, channel)) {
                    return write();
                }
            }
            return MOST_FILES + " files are used by others";
        } catch (IOException e) {
            return UsageContent.reason(e);
        }
    }

    private boolean isClaimed(Path candidate, FileChannel channel) throws IOException {
        boolean isOurs = false;
        try {
            isOurs = isOurs(candidate);
        } finally {
            if (!isOurs) {
                channel.close();
            }
        }
        path = isOurs ? candidate : null;
        lock = isOurs ? channel : null;
        return isOurs;
    }

    static Path numbered(Path named, int number) {
        if (number == 1) {
            return named;
        }
        String name = String.valueOf(named.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return named.resolveSibling(name.substring(0, end) + '-' + number + name.substring(end));
    }

    private static @Nullable FileChannel lock(Path candidate) throws IOException {
        FileChannel channel = FileChannel.open(
                candidate.resolveSibling(candidate.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another application in this JVM has it.
        } finally {
            if (held == null) {
                channel.close();
            }
        }
        return held == null ? null : channel;
    }

    /** Whether a file is absent, or of the same application and now read. Any other file is never replaced. */
    private boolean isOurs(Path candidate) throws IOException {
        if (!Files.exists(candidate)) {
            return true;
        }
        UsageContent before = UsageContent.read(candidate);
        if (!before.application().equals(table.application())) {
            return false;
        }
        table.restore(before.rows());
        return true;
    }

    private void plan() {
        try {
            thread.runAfter(INTERVAL, this::tick);
        } catch (RejectedExecutionException e) {
            // The application has ended.
        }
    }

    private void tick() {
        if (!isClosed) {
            save();
            plan();
        }
    }

    private void save() {
        if (path == null) {
            return;
        }
        String reason;
        try {
            reason = calls.call(this::write, BOUND);
        } catch (BoundedCalls.Failed e) {
            reason = e.getMessage();
        }
        if (!reason.isEmpty() && !reason.equals(problem)) {
            LOG.log(
                    Level.WARNING,
                    "cognito.usage-file: " + VisibleText.quoted(String.valueOf(path)) + " cannot be written: " + reason
                            + ". It is tried again each minute; the figures are kept in memory meanwhile");
        }
        problem = reason;
    }

    /** Replaces the file if anything has changed; returns why not. */
    private synchronized String write() {
        UsageContent content = table.content();
        if (problem.isEmpty() && last != null && content.rows().equals(last.rows())) {
            return "";
        }
        byte[] bytes = content.bytes();
        if (bytes.length > UsageContent.LARGEST) {
            return "the figures have more than " + UsageContent.LARGEST + " bytes";
        }
        try {
            AtomicFile.replace(Objects.requireNonNull(path), bytes);
            last = content;
            return "";
        } catch (IOException e) {
            return UsageContent.reason(e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.close();
        save();
        calls.close();
        path = null;
        FileChannel held = lock;
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            // The system ends the lock with the process.
        }
    }
}
