package org.cognito4j.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cognito4j.SettingFault;

/** A place of which only some keys count. Thread-safe. */
final class NarrowedSource implements ConfigurationSource {

    private final ConfigurationSource source;
    private final Predicate<String> counts;

    /**
     * A place that is narrower than another.
     *
     * @param counts whether a key of the place is seen
     */
    NarrowedSource(ConfigurationSource source, Predicate<String> counts) {
        this.source = source;
        this.counts = counts;
    }

    @Override
    public Optional<Value> value(String key) {
        return counts.test(key) ? source.value(key) : Optional.empty();
    }

    @Override
    public Set<String> keys() {
        return source.keys().stream().filter(counts).collect(Collectors.toSet());
    }

    @Override
    public boolean isOfTheServer() {
        return source.isOfTheServer();
    }

    @Override
    public List<SettingFault> faults() {
        return source.faults();
    }
}
