package org.cognito4j.config;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a policy file each second and takes what it says when it has changed. What is faulty, half written or gone leaves the last
 * good policy as it is. Looks run one at a time on one thread; the rest is thread-safe.
 */
public final class PolicyWatch implements AutoCloseable {

    /** From one look to the next. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** A longer file is not read with each look, unless it has changed lately or its attributes have. */
    static final int SHORT = 1_024 * 1_024;

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    /** Longer than the steps in which file systems count time. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int MOST_SKIPPED = 10;

    private final PolicyFile file;
    private final Consumer<List<VerifierSettings>> policy;
    private final RefreshThread thread;
    private volatile String problem = "";

    // Of the thread alone, from here on.
    private byte[] taken;
    private byte @Nullable [] seen;
    private boolean endsWithLine;
    private @Nullable List<Object> attributes;
    private int skipped;

    /**
     * A watch over a file that has been read once, which begins with {@link #start}.
     *
     * @param file the file
     * @param policy takes the settings of each pool when the policy has changed
     * @param thread looks at the file; closed with this watch
     */
    public PolicyWatch(PolicyFile file, Consumer<List<VerifierSettings>> policy, RefreshThread thread) {
        this.file = file;
        this.policy = policy;
        this.thread = thread;
        this.taken = file.start();
        this.endsWithLine = PolicyEnd.of(taken) == PolicyEnd.WHOLE;
    }

    /** Begins to look. Where no thread can be started, that is the problem. */
    public void start() {
        try {
            thread.runAfter(Duration.ZERO, this::run);
        } catch (RuntimeException | OutOfMemoryError e) {
            note("is not looked at, as no thread can be started ("
                    + e.getClass().getName() + ")");
        }
    }

    /**
     * Returns why the file is not what the policy is.
     *
     * @return empty if it is
     */
    public String problem() {
        return problem;
    }

    private void run() {
        try {
            look();
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            note("cannot be looked at (" + e.getClass().getName() + ")");
        } finally {
            Quietly.run(this::planNext);
        }
    }

    private void planNext() {
        try {
            thread.runAfter(PAUSE, this::run);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The policy file is not looked at any more");
        }
    }

    /** Looks once. */
    void look() {
        byte[] content;
        try {
            if (isUnchangedForSure()) {
                return;
            }
            content = file.load();
        } catch (IOException e) {
            seen = null;
            attributes = null;
            note("cannot be read (" + e.getClass().getSimpleName() + ")");
            return;
        }
        boolean isSteady = Arrays.equals(content, seen);
        seen = content;
        if (Arrays.equals(content, taken)) {
            note("");
            return;
        }
        switch (PolicyEnd.of(content)) {
            case WHOLE -> take(content, true);
            case BROKEN -> note(PolicyEnd.BROKEN_MEANS);
            case MISSING -> {
                if (endsWithLine) {
                    note("is cut short: its last line is missing, which the last good policy had");
                } else if (isSteady) {
                    take(content, false);
                }
            }
        }
    }

    private void take(byte[] content, boolean isMarked) {
        try {
            policy.accept(file.settings(content));
        } catch (InvalidSettings e) {
            note("is faulty. " + e.getMessage());
            return;
        }
        taken = content;
        endsWithLine = isMarked;
        problem = "";
        LOG.log(Level.INFO, "The policy of {0} is in force", file.path());
    }

    /** Says it once for each state. */
    private void note(String now) {
        if (!now.equals(problem)) {
            problem = now;
            if (now.isEmpty()) {
                LOG.log(Level.INFO, "The policy file {0} is again as the policy that is in force", file.path());
            } else {
                LOG.log(
                        Level.WARNING,
                        "The policy file {0} has no effect, and the last good policy stays: it {1}",
                        file.path(),
                        now);
            }
        }
    }

    /** Short files are compared byte by byte each time: no attribute is needed to find out. */
    private boolean isUnchangedForSure() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        List<Object> all = Arrays.asList(
                now.lastModifiedTime(), now.size(), Objects.requireNonNullElse(now.fileKey(), file.path()));
        boolean isSettled = now.lastModifiedTime().toInstant().plus(SETTLED).isBefore(Instant.now());
        boolean isKnown = all.equals(attributes) && Arrays.equals(taken, seen);
        attributes = all;
        boolean isUnchanged = now.size() > SHORT && isSettled && isKnown && ++skipped <= MOST_SKIPPED;
        if (!isUnchanged) {
            skipped = 0;
        }
        return isUnchanged;
    }

    @Override
    public void close() {
        thread.close();
    }
}
