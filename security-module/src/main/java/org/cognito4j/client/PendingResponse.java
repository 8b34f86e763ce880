package org.cognito4j.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A response that takes several steps. Cancelling it, or a future derived from it, aborts the step that is under way and begins
 * no other, as with the JDK's own client.
 */
final class PendingResponse<T> extends CompletableFuture<T> {

    private final Steps steps;

    PendingResponse() {
        this(new Steps());
    }

    private PendingResponse(Steps steps) {
        this.steps = steps;
    }

    /** Begins a step and goes on with what it brings. This response fails if either fails. */
    <S> void await(Supplier<CompletableFuture<S>> step, Consumer<S> then) {
        try {
            CompletableFuture<S> begun = steps.begin(step);
            if (begun != null) {
                begun.whenComplete((value, failure) -> conclude(value, failure, then));
            }
        } catch (RuntimeException | Error failure) {
            completeExceptionally(failure);
        }
    }

    private <S> void conclude(S value, @Nullable Throwable failure, Consumer<S> then) {
        if (failure != null) {
            Throwable cause = failure.getCause();
            completeExceptionally(failure instanceof CompletionException && cause != null ? cause : failure);
            return;
        }
        try {
            then.accept(value);
        } catch (RuntimeException | Error thrown) {
            completeExceptionally(thrown);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            steps.abort();
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new PendingResponse<>(steps);
    }

    /** The step that is under way. */
    private static final class Steps {

        private @Nullable CompletableFuture<?> current;
        private boolean aborted;

        /** Null if there is to be no further step. */
        <S> @Nullable CompletableFuture<S> begin(Supplier<CompletableFuture<S>> step) {
            if (isAborted()) {
                return null;
            }
            CompletableFuture<S> begun = step.get();
            if (!enter(begun)) {
                begun.cancel(true);
            }
            return begun;
        }

        private synchronized boolean isAborted() {
            return aborted;
        }

        private synchronized boolean enter(CompletableFuture<?> begun) {
            current = begun;
            return !aborted;
        }

        void abort() {
            CompletableFuture<?> last;
            synchronized (this) {
                aborted = true;
                last = current;
            }
            if (last != null) {
                last.cancel(true);
            }
        }
    }
}
