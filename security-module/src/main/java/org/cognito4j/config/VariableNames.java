package org.cognito4j.config;

import java.util.List;
import java.util.Locale;

/** The names of environment variables. */
final class VariableNames {

    private VariableNames() {}

    /** The names of the variable for a key, as MicroProfile Config 3.1 has them (section "Environment Variables"). */
    static List<String> of(String key) {
        String underscored = key.replaceAll("[^A-Za-z0-9_]", "_");
        return List.of(key, underscored, underscored.toUpperCase(Locale.ROOT));
    }
}
