package org.cognito4j.config;

import static org.cognito4j.config.RequiredClaimKeys.START;
import static org.cognito4j.config.RequiredClaimKeys.claim;
import static org.cognito4j.config.RequiredClaimKeys.isKey;
import static org.cognito4j.config.RequiredClaimKeys.key;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;

/**
 * Reads claims with required values.
 *
 * @param faults takes what is wrong
 */
record RequiredClaimReader(Configuration configuration, Consumer<SettingFault> faults) {

    /**
     * Reads the required claims.
     *
     * @param prefixes spellings of what stands before the keys; the first is that of messages
     * @return the texts by key without what stands before it, with quotes
     */
    Map<String, Value> read(List<String> prefixes) {
        Set<String> claims = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            String start = SettingKeys.PREFIX + prefix;
            configuration.keys().stream()
                    .filter(key -> key.startsWith(start) && isKey(key.substring(start.length())))
                    .forEach(key -> claims.add(claim(key.substring(start.length()))));
        }
        Map<String, Value> found = new LinkedHashMap<>();
        for (String claim : claims) {
            List<String> spellings = prefixes.stream()
                    .map(prefix -> SettingKeys.PREFIX + prefix)
                    .flatMap(prefix -> Stream.of(prefix + key(claim), prefix + START + claim))
                    .toList();
            configuration
                    .value(
                            spellings,
                            given -> faults.accept(new SettingFault(
                                    spellings.get(0),
                                    "is set with and without quotes, to different values"
                                            + SettingKeys.foundIn(Optional.of(given)),
                                    "Keep one of them")))
                    .ifPresent(value -> found.put(key(claim), value));
        }
        return found;
    }
}
