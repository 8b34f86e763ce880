package org.cognito4j.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends an {@link HttpClient} by the methods that it has since JDK 21. On an older JDK they do nothing, for there are none. */
record ClientLifecycle(HttpClient client) {

    void close() {
        call("close");
    }

    void shutdown() {
        call("shutdown");
    }

    void shutdownNow() {
        call("shutdownNow");
    }

    boolean isTerminated() {
        return call("isTerminated").orElse(false);
    }

    boolean awaitTermination(Duration patience) throws InterruptedException {
        Method method = method("awaitTermination", Duration.class);
        try {
            return method == null || (boolean) method.invoke(client, patience);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Boolean> call(String name) {
        Method method = method(name);
        try {
            return method == null
                    ? Optional.empty()
                    : Optional.ofNullable(method.invoke(client)).map(Boolean.class::cast);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Method method(String name, Class<?>... parameters) {
        try {
            return HttpClient.class.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static RuntimeException unchecked(InvocationTargetException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
    }
}
