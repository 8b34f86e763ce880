package org.cognito4j.config;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears of. */
final class PolicyEventList implements PolicyListener {

    private final List<String> all = new CopyOnWriteArrayList<>();

    List<String> all() {
        return all;
    }

    @Override
    public void changed(String origin) {
        all.add("changed " + origin);
    }

    @Override
    public void failing(String origin, String problem) {
        all.add("failing " + origin + " " + problem);
    }
}
