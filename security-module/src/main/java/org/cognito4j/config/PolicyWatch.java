package org.cognito4j.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.PolicyOrigin.Unreadable;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a policy from time to time and takes what its origin has when that has changed. What is faulty, half written, gone or does not
 * answer leaves the last good policy as it is. Looks run one at a time on one thread; the rest is thread-safe.
 */
public final class PolicyWatch implements AutoCloseable {

    /** From one look to the next where the second one has to see the same bytes. */
    static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private static final Duration LISTENER_BOUND = Duration.ofSeconds(10);

    private final ChangingPolicy policy;
    private final Consumer<List<VerifierSettings>> taker;
    private final PolicyListener listener;
    private final RefreshThread thread;
    private final BoundedRead read;
    private final BoundedCalls listening = new BoundedCalls("cognito4j-policy-event");
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private volatile String problem = "";
    private volatile boolean isClosed;

    // Of the thread alone, from here on.
    private byte[] taken;
    private byte @Nullable [] seen;
    private byte @Nullable [] refused;
    private String refusal = "";
    private byte @Nullable [] copied;
    private String copyProblem = "";
    private boolean endsWithLine;
    private boolean needsSecondLook;

    /**
     * A watch over a policy that has been read once, which begins with {@link #start}.
     *
     * @param policy the policy
     * @param taker takes the settings of each pool when the policy has changed
     * @param listener hears of changes and problems; ten seconds are waited for it
     * @param thread looks at the policy; closed with this watch
     */
    public PolicyWatch(
            ChangingPolicy policy,
            Consumer<List<VerifierSettings>> taker,
            PolicyListener listener,
            RefreshThread thread) {
        this(policy, taker, listener, thread, BoundedRead.BOUND);
    }

    PolicyWatch(
            ChangingPolicy policy,
            Consumer<List<VerifierSettings>> taker,
            PolicyListener listener,
            RefreshThread thread,
            Duration bound) {
        this.policy = policy;
        this.taker = taker;
        this.listener = listener;
        this.thread = thread;
        this.read = new BoundedRead(policy.origin(), bound);
        this.taken = policy.start();
        this.seen = policy.startProblem().isEmpty() ? taken : null;
        this.endsWithLine = PolicyEnd.of(taken) == PolicyEnd.WHOLE;
    }

    /** Begins to look. Where no thread can be started, that is the problem. */
    public void start() {
        note(policy.startProblem());
        try {
            thread.runAfter(Duration.ZERO, this::begin);
        } catch (RuntimeException | OutOfMemoryError e) {
            note("is not looked at, as no thread can be started ("
                    + e.getClass().getName() + ")");
        }
    }

    /**
     * Returns why what the origin has is not what the policy is.
     *
     * @return empty if it is
     */
    public String problem() {
        return problem;
    }

    private void begin() {
        try {
            read.onChange(this::lookSoon);
        } catch (Unreadable e) {
            if (!isClosed) {
                LOG.log(Level.WARNING, "The policy of {0} {1}", policy.name(), e.getMessage());
            }
        }
        run();
    }

    private void run() {
        try {
            lookSafely();
        } finally {
            Quietly.run(this::planNext);
        }
    }

    private void planNext() {
        Duration pause = policy.origin().pause();
        try {
            thread.runAfter(needsSecondLook && pause.compareTo(SECOND_LOOK) > 0 ? SECOND_LOOK : pause, this::run);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The policy is not looked at any more");
        }
    }

    /** Looks besides. However often it is called meanwhile, one look is planned. */
    private void lookSoon() {
        if (isAsked.compareAndSet(false, true)) {
            try {
                thread.runAfter(Duration.ZERO, this::lookAsAsked);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "The policy is not looked at any more");
            }
        }
    }

    private void lookAsAsked() {
        isAsked.set(false);
        lookSafely();
        if (needsSecondLook) {
            Quietly.run(() -> thread.runAfter(SECOND_LOOK, this::lookSafely));
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            note("cannot be looked at (" + e.getClass().getName() + ")");
        }
    }

    /** Looks once. */
    void look() {
        needsSecondLook = false;
        try {
            Optional<byte[]> loaded = read.read(seen != null);
            byte[] content = loaded.isPresent() ? loaded.get() : seen;
            if (content != null) {
                judge(content);
            }
        } catch (Unreadable e) {
            seen = null;
            note(e.getMessage());
        }
        keepCopy();
    }

    private void judge(byte[] content) {
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
                } else {
                    needsSecondLook = true;
                }
            }
        }
    }

    private void take(byte[] content, boolean isMarked) {
        if (Arrays.equals(content, refused)) {
            note(refusal); // it would be the same again
            return;
        }
        try {
            taker.accept(policy.settings(content));
        } catch (InvalidSettings e) {
            refused = content;
            refusal = "is faulty. " + e.getMessage();
            note(refusal);
            return;
        }
        refused = null;
        taken = content;
        endsWithLine = isMarked;
        problem = "";
        LOG.log(Level.INFO, "The policy of {0} is in force", policy.name());
        tell(() -> listener.changed(policy.name()));
    }

    /** Says it once for each state. */
    private void note(String now) {
        if (now.equals(problem) || isClosed) {
            return;
        }
        problem = now;
        if (now.isEmpty()) {
            LOG.log(Level.INFO, "The policy of {0} is again the one that is in force", policy.name());
        } else {
            LOG.log(
                    Level.WARNING,
                    "The policy of {0} has no effect, and the last good policy stays: it {1}",
                    policy.name(),
                    now);
            tell(() -> listener.failing(policy.name(), now));
        }
    }

    private void tell(Runnable event) {
        listening.tell(event, LISTENER_BOUND);
    }

    /** A copy that cannot be written is tried with each look, and told when that begins. */
    private void keepCopy() {
        if (policy.copy().isEmpty() || copied == taken || isClosed) {
            return;
        }
        PolicyCopy copy = policy.copy().get();
        String failure = copy.keep(taken);
        if (failure.isEmpty()) {
            copied = taken;
        } else if (!failure.equals(copyProblem)) {
            LOG.log(
                    Level.WARNING,
                    "The copy {0} of the policy cannot be written ({1}), so the next start may have an older one or none",
                    copy.path(),
                    failure);
        }
        copyProblem = failure;
    }

    /** Ends all threads. Waits one second at most for a source that has to end its own work. */
    @Override
    public void close() {
        isClosed = true;
        thread.close();
        read.close();
        listening.close();
        policy.copy().ifPresent(PolicyCopy::close);
    }
}
