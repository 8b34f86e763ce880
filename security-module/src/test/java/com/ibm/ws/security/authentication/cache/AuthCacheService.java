package com.ibm.ws.security.authentication.cache;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Stands in for Open Liberty's service of this name: the same fields, as far as the module knows them. */
public final class AuthCacheService {

    private final InMemoryAuthCache cache = new InMemoryAuthCache();

    /**
     * Remembers a caller.
     *
     * @param age how many generations ago, from 0 to 2
     */
    public void remember(int age, String key, Principal caller) {
        cache.tables().get(age).put(key, new Entry(new CacheObject(caller)));
    }

    /** Keeps an entry with nothing in it. */
    public void rememberNothing(String key) {
        cache.tables().get(0).put(key, new Entry(null));
    }

    public boolean remembers(String key) {
        return cache.tables().stream().anyMatch(table -> table.containsKey(key));
    }

    private static final class InMemoryAuthCache {

        private final Map<String, Entry> primaryTable = new ConcurrentHashMap<>();
        private final Map<String, Entry> secondaryTable = new ConcurrentHashMap<>();
        private final Map<String, Entry> tertiaryTable = new ConcurrentHashMap<>();

        List<Map<String, Entry>> tables() {
            return List.of(primaryTable, secondaryTable, tertiaryTable);
        }
    }

    private static final class Entry {

        @SuppressWarnings("unused") // read by its name
        private final @Nullable Object value;

        Entry(@Nullable Object value) {
            this.value = value;
        }
    }

    public static final class CacheObject {

        private final Subject subject;

        CacheObject(Principal caller) {
            this.subject = new Subject(false, Set.of(caller), Set.of(), Set.of());
        }

        public Subject getSubject() {
            return subject;
        }
    }
}
