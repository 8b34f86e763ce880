package org.cognito4j;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few claims of a token in two arrays, of which tokens share the names: thousands of accepted tokens are remembered, and
 * a hash map would take three times as much. Immutable.
 */
final class CompactClaims extends AbstractMap<String, @Nullable Object> {

    /** Beyond so many claims a search through all of them would be slower than a hash map. */
    static final int MOST = 32;

    private final String[] names;
    private final @Nullable Object[] values;

    /**
     * Claims in the order of the token.
     *
     * @param names not copied: it must not change
     * @param values one for each name, not copied
     */
    CompactClaims(String[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean containsKey(Object name) {
        return indexOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(Object name) {
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    private int indexOf(Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new Iterator<>() {

                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, @Nullable Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int index = next++;
                    return new SimpleImmutableEntry<>(names[index], values[index]);
                }
            };
        }
    }
}
