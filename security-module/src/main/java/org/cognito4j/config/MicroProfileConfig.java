package org.cognito4j.config;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** MicroProfile Config, where the server or the application brings it along. */
final class MicroProfileConfig {

    private MicroProfileConfig() {}

    static Optional<ConfigurationSource> find(ClassLoader application) {
        try {
            return Optional.of(new Source(ConfigProvider.getConfig(application)));
        } catch (NoClassDefFoundError | IllegalStateException e) {
            return Optional.empty(); // no API, or an API without an implementation
        }
    }

    /** All places of the application's configuration as one, in the order that its ordinals give. */
    private record Source(Config config) implements ConfigurationSource {

        @Override
        public Optional<Value> value(String key) {
            ConfigValue found = config.getConfigValue(key);
            return Optional.ofNullable(found.getValue()).map(text -> new Value(text, found.getSourceName()));
        }

        @Override
        public Set<String> keys() {
            Set<String> keys = new HashSet<>();
            config.getPropertyNames().forEach(keys::add);
            return keys;
        }
    }
}
