package org.cognito4j.net;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Calls foreign code that may throw anything or never return: stores, suppliers of secrets, log handlers. Each call has a deadline, at
 * which its thread is interrupted and the caller goes on without an answer.
 *
 * <p>Code that ignores the interrupt keeps its thread. While calls hang, further ones are spaced, by a pause of one second that doubles
 * with each hanging call up to five minutes, and fail at once in between. So a call that hangs once does no lasting harm, and code that
 * hangs always takes few threads. The threads are daemons, inherit nothing of the calling thread and end some time after their last
 * call, half a second by default. Thread-safe.
 */
public final class BoundedCalls implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    private final ThreadPoolExecutor threads;
    private final LongSupplier ticker;
    private final int mostHanging;
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile long pauseEnd;

    /**
     * A caller that has not started a thread yet.
     *
     * @param name what its threads are called
     */
    public BoundedCalls(String name) {
        this(name, System::nanoTime);
    }

    /**
     * A caller whose threads wait for further calls.
     *
     * @param name what its threads are called
     * @param idle how long a thread without a call stays
     */
    public BoundedCalls(String name, Duration idle) {
        this(name, System::nanoTime);
        threads.setKeepAliveTime(idle.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * A caller that goes on while calls hang, until so many do: for code that is called for each request, where a pause would refuse
     * requests that have nothing to do with the one that hangs.
     *
     * @param name what its threads are called
     * @param mostThreads at most so many calls run at a time, those that hang included; further ones fail at once
     * @param mostHanging while so many calls hang further ones fail at once
     */
    public BoundedCalls(String name, int mostThreads, int mostHanging) {
        this(name, System::nanoTime, mostThreads, mostHanging);
    }

    BoundedCalls(String name, LongSupplier ticker) {
        this(name, ticker, Integer.MAX_VALUE, 0);
    }

    private BoundedCalls(String name, LongSupplier ticker, int mostThreads, int mostHanging) {
        this.mostHanging = mostHanging;
        this.threads = new ThreadPoolExecutor(
                0,
                mostThreads,
                500,
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> DetachedThread.of(task, name));
        this.ticker = ticker;
    }

    /** The call brought no answer. The message names the kind of the failure alone: messages of foreign code may quote secrets. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message, null, false, false);
        }
    }

    private enum Phase {
        WAITING,
        RUNNING,
        OVER,
        ABANDONED
    }

    /**
     * Calls foreign code and waits for its answer.
     *
     * @param <T> what the code answers with
     * @param foreign the code
     * @param deadline how long to wait
     * @return the answer
     * @throws Failed if the code throws anything, does not return in time, or cannot be called. If the calling thread is interrupted, it
     *     still is afterwards
     */
    public <T> T call(Callable<T> foreign, Duration deadline) throws Failed {
        if (mostHanging > 0 && hanging.get() >= mostHanging) {
            throw new Failed("earlier calls that hang");
        }
        if (mostHanging == 0 && hanging.get() > 0 && ticker.getAsLong() - pauseEnd < 0) {
            throw new Failed("an earlier call that hangs");
        }
        AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
        FutureTask<T> task = new FutureTask<>(() -> run(foreign, phase));
        try {
            threads.execute(task);
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new Failed(e.getCause().getClass().getName());
        } catch (TimeoutException e) {
            abandon(task, phase);
            throw new Failed("no answer within " + deadline);
        } catch (InterruptedException e) {
            abandon(task, phase);
            Thread.currentThread().interrupt();
            throw new Failed("an interrupt");
        } catch (Throwable e) { // a full executor, or "unable to create native thread"
            throw new Failed("no thread (" + e.getClass().getName() + ")");
        }
    }

    /**
     * Calls an observer, for example a log handler, and ignores how the call ends.
     *
     * @param observer the call
     * @param deadline how long to wait
     */
    public void tell(Runnable observer, Duration deadline) {
        try {
            call(
                    () -> {
                        observer.run();
                        return true;
                    },
                    deadline);
        } catch (Failed e) {
            // An observer changes nothing.
        }
    }

    private <T> T run(Callable<T> foreign, AtomicReference<Phase> phase) throws Exception {
        if (!phase.compareAndSet(Phase.WAITING, Phase.RUNNING)) {
            throw new IllegalStateException("abandoned before it began");
        }
        try {
            return foreign.call();
        } finally {
            if (!phase.compareAndSet(Phase.RUNNING, Phase.OVER)) {
                hanging.decrementAndGet();
            }
        }
    }

    private void abandon(FutureTask<?> task, AtomicReference<Phase> phase) {
        if (phase.compareAndSet(Phase.RUNNING, Phase.ABANDONED)) {
            int doublings = Math.min(hanging.getAndIncrement(), MOST_DOUBLINGS);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
            pauseEnd = ticker.getAsLong() + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
        } else {
            phase.compareAndSet(Phase.WAITING, Phase.ABANDONED);
        }
        task.cancel(true);
    }

    /** Interrupts what runs. Waits for nothing; later calls fail. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
