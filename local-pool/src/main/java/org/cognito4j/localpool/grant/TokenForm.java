package org.cognito4j.localpool.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a token request.
 *
 * @param parameters every name with its values
 */
record TokenForm(Map<String, List<String>> parameters) {

    /** RFC 6749 section 3.2: a parameter without a value counts as left out. */
    Optional<String> value(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** RFC 6749 section 3.2: no parameter may be there more than once. */
    boolean repeatsAParameter() {
        return parameters.values().stream().anyMatch(values -> values.size() > 1);
    }
}
