package org.cognito4j.localpool;

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
record Entries<T>(@JsonValue Map<String, T> byId) {
    @JsonCreator
    Entries {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    static <T> Entries<T> none() {
        return new Entries<>(Map.of());
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    Collection<T> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }

    /** Replaces in place what has the id already. */
    Entries<T> with(String id, T thing) {
        Map<String, T> changed = new LinkedHashMap<>(byId);
        changed.put(id, thing);
        return new Entries<>(changed);
    }

    Entries<T> without(String id) {
        Map<String, T> changed = new LinkedHashMap<>(byId);
        changed.remove(id);
        return new Entries<>(changed);
    }
}
