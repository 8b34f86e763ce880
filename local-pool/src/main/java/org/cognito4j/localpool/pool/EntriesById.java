package org.cognito4j.localpool.pool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Things of one kind by their ids, the oldest first; never changes, {@link #with} and {@link #without} make another.
 *
 * @param <T> the kind
 * @param byId the things
 */
public record EntriesById<T>(@JsonValue Map<String, T> byId) {
    @JsonCreator
    public EntriesById {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    public static <T> EntriesById<T> none() {
        return new EntriesById<>(Map.of());
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    public Collection<T> all() {
        return byId.values();
    }

    public int size() {
        return byId.size();
    }

    /** Replaces in place what has the id already. */
    public EntriesById<T> with(String id, T thing) {
        Map<String, T> changed = new LinkedHashMap<>(byId);
        changed.put(id, thing);
        return new EntriesById<>(changed);
    }

    public EntriesById<T> without(String id) {
        Map<String, T> changed = new LinkedHashMap<>(byId);
        changed.remove(id);
        return new EntriesById<>(changed);
    }
}
