package org.cognito4j.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.SettingFault;

/** A place as it was when each of its settings was first asked for: what changes there later needs a restart. Thread-safe. */
final class RememberedSource implements ConfigurationSource {

    private final ConfigurationSource source;
    private final Map<String, Optional<Value>> values = new ConcurrentHashMap<>();
    private final Set<String> keys;
    private final Set<String> unlisted;
    private final Set<String> variables;
    private final List<SettingFault> faults;

    RememberedSource(ConfigurationSource source) {
        this.source = source;
        this.keys = Set.copyOf(source.keys());
        this.unlisted = Set.copyOf(source.unlisted());
        this.variables = Set.copyOf(source.environmentVariables());
        this.faults = List.copyOf(source.faults());
    }

    @Override
    public Optional<Value> value(String key) {
        return values.computeIfAbsent(key, source::value);
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public boolean isOfTheServer() {
        return source.isOfTheServer();
    }

    @Override
    public boolean isOfPart() {
        return source.isOfPart();
    }

    @Override
    public Set<String> unlisted() {
        return unlisted;
    }

    @Override
    public Set<String> environmentVariables() {
        return variables;
    }

    @Override
    public List<SettingFault> faults() {
        return faults;
    }
}
