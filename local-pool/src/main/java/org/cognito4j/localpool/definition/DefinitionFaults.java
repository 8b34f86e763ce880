package org.cognito4j.localpool.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of a pool definition, in the order of their discovery, at most one for each place. */
public final class DefinitionFaults {
    private final Map<String, String> found = new LinkedHashMap<>();

    /** Keeps the first fault of a place: what follows there is usually its consequence. A fault stays on one line. */
    void add(String where, String what) {
        found.putIfAbsent(where.replaceAll("\\p{Cntrl}", "?"), what);
    }

    void check(String where, String text, NameRule rule) {
        if (!rule.allows(text)) {
            add(where, rule.remedy());
        }
    }

    /** The faults as lines: the place, what is wrong there and what to do about it. */
    public List<String> found() {
        return found.entrySet().stream()
                .map(fault -> fault.getKey() + " " + fault.getValue())
                .toList();
    }
}
