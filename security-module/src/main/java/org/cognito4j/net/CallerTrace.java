package org.cognito4j.net;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Carries the current span of OpenTelemetry to another thread, and nothing else of the context: the baggage of a request is not for
 * Amazon. Without the API, or without a span, a task stays as it is.
 */
public final class CallerTrace {

    private CallerTrace() {}

    /**
     * Makes a task run with the span that is current now.
     *
     * @param task for another thread
     * @return the same task, with the span
     */
    public static Runnable carry(Runnable task) {
        if (!OpenTelemetryLookup.hasApi()) {
            return task;
        }
        try {
            return OfSpan.carry(task);
        } catch (Throwable e) { // contexts may be kept by foreign code, and the task is worth more than its trace
            return task;
        }
    }

    private static final class OfSpan {

        static Runnable carry(Runnable task) {
            Span span = Span.current();
            if (!span.getSpanContext().isValid()) {
                return task;
            }
            Context context = Context.root().with(span);
            return () -> {
                Scope scope = open(context);
                try {
                    task.run();
                } finally {
                    if (scope != null) {
                        Quietly.run(scope::close);
                    }
                }
            };
        }

        private static @Nullable Scope open(Context context) {
            try {
                return context.makeCurrent();
            } catch (Throwable e) {
                return null;
            }
        }
    }
}
