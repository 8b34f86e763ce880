package org.cognito4j;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A few texts in their order, in as little memory as they need: thousands of tokens are remembered. Immutable. */
final class TextSet extends AbstractSet<String> {

    /** Beyond so many texts a search through all of them would be slower than a hash set. */
    private static final int MOST = 16;

    private final String[] texts;

    private TextSet(String[] texts) {
        this.texts = texts;
    }

    /**
     * An unmodifiable set.
     *
     * @param texts copied in their order, each once
     */
    static Set<String> of(Collection<String> texts) {
        Set<String> distinct = new LinkedHashSet<>(texts);
        return distinct.size() > MOST
                ? Collections.unmodifiableSet(distinct)
                : new TextSet(distinct.toArray(String[]::new));
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public boolean contains(Object text) {
        for (String each : texts) {
            if (each.equals(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<String> iterator() {
        return List.of(texts).iterator();
    }
}
