package org.cognito4j.jakarta.security;

import jakarta.enterprise.inject.Any;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.net.QuietLog;

/**
 * Logs which identity store of the application threw an exception, once for each store, with the stack trace. Leaves out the
 * exception's message, which may quote a token. Thread-safe.
 */
final class StoreFailures {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int FRAMES = 40;

    private final ServiceBean holder;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    StoreFailures(ServiceBean holder) {
        this.holder = holder;
    }

    void report(Throwable failure) {
        String culprit = culprit(failure);
        if (reported.add(culprit)) {
            LOG.log(
                    Level.ERROR,
                    "The " + culprit
                            + " threw an exception when it was asked about the caller of a token, so the request is"
                            + " answered 503. Let it answer without groups for callers that it does not know, or set"
                            + " cognito.store-groups-as-roles to false so that it is not asked. This is logged once: "
                            + trace(failure));
        }
    }

    private String culprit(Throwable failure) {
        Set<String> stores = storeNames();
        for (Throwable thrown : causes(failure)) {
            for (StackTraceElement frame : thrown.getStackTrace()) {
                if (stores.contains(frame.getClassName())) {
                    return "identity store " + frame.getClassName();
                }
            }
        }
        return "IdentityStoreHandler";
    }

    private Set<String> storeNames() {
        return holder.beans().stream()
                .flatMap(beans -> beans.getBeans(IdentityStore.class, Any.Literal.INSTANCE).stream())
                .map(store -> store.getBeanClass().getName())
                .collect(Collectors.toSet());
    }

    /** A failure and its causes; some frameworks make exceptions that cause each other. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                .takeWhile(seen::add)
                .toList();
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable thrown : causes(failure)) {
            trace.append(thrown == failure ? "" : System.lineSeparator() + "Caused by: ")
                    .append(thrown.getClass().getName());
            Arrays.stream(thrown.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame ->
                            trace.append(System.lineSeparator()).append("\tat ").append(frame));
        }
        return trace.toString();
    }
}
