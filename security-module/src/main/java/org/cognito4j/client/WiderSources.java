package org.cognito4j.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sources of tokens with more scopes than those of another source, made when an API asks for them. Thread-safe.
 *
 * <p>The text of an API decides what is asked for, so it is bounded: a scope has to be of a resource server of which the client asks for a
 * scope anyway, and there are few sources. A token that an API has for itself could otherwise be made good for others.
 *
 * @param <S> the type of a source
 */
final class WiderSources<S> implements AutoCloseable {

    /** As many sets of scopes as one client is asked for. */
    private static final int MOST = 8;

    private final Set<String> scopes;
    private final Function<Set<String>, S> making;
    private final Consumer<S> closing;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private final Map<Set<String>, S> sources = new HashMap<>();
    private boolean closed;

    /**
     * No sources yet.
     *
     * @param scopes those that the client asks for; empty if it asks for all that it may have
     * @param making makes a source for scopes
     * @param closing closes a source
     */
    WiderSources(Set<String> scopes, Function<Set<String>, S> making, Consumer<S> closing) {
        this.scopes = scopes;
        this.making = making;
        this.closing = closing;
    }

    /** Returns the source that adds scopes; empty if none is to be added. */
    Optional<S> with(Set<String> further) {
        boolean areOurs = further.stream().allMatch(this::isOfOurServers);
        if (!areOurs || scopes.isEmpty() || scopes.containsAll(further)) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(scopes);
        all.addAll(further);
        return Optional.ofNullable(source(all));
    }

    private @Nullable S source(Set<String> all) {
        lock.lock();
        try {
            S known = sources.get(all);
            if (known == null && !closed && sources.size() < MOST) {
                known = making.apply(all);
                sources.put(all, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** A scope is the identifier of its resource server, a slash and its name. */
    private boolean isOfOurServers(String scope) {
        String server = scope.substring(0, scope.lastIndexOf('/') + 1);
        return !server.isEmpty()
                && scopes.stream()
                        .anyMatch(own -> own.lastIndexOf('/') + 1 == server.length() && own.startsWith(server));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            sources.values().forEach(closing);
            sources.clear();
        } finally {
            lock.unlock();
        }
    }
}
