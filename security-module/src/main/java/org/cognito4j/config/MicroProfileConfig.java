package org.cognito4j.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * MicroProfile Config, where the server or the application brings it along: two places that share one order of ordinals.
 *
 * @param outside what is said from outside of the application, system properties and environment variables among it
 * @param packed what the application carries along for all of its parts
 */
record MicroProfileConfig(ConfigurationSource outside, ConfigurationSource packed) {

    /** The ordinal of {@code microprofile-config.properties}; environment variables have 300. */
    private static final int PACKED = 100;

    static Optional<MicroProfileConfig> find(ClassLoader application) {
        try {
            return Optional.of(of(ConfigProvider.getConfig(application), System.getenv()));
        } catch (NoClassDefFoundError | IllegalStateException e) {
            return Optional.empty(); // no API, or an API without an implementation
        }
    }

    static MicroProfileConfig of(Config config, Map<String, String> variables) {
        return new MicroProfileConfig(new Source(config, true, variables), new Source(config, false, variables));
    }

    /** Those settings that come from sources of some ordinals. Of each setting only the first source is known. */
    private record Source(Config config, boolean isOfTheServer, Map<String, String> variables)
            implements ConfigurationSource {

        @Override
        public Optional<Value> value(String key) {
            Optional<ConfigValue> found = found(key);
            return found.isEmpty()
                    ? MicroProfileConfigSources.withoutValue(key, config)
                            .filter(raw -> isHere(raw.ordinal()))
                            .map(raw -> new Value(raw.text(), nameOf(raw.source()), raw.ordinal()))
                    : found.filter(value -> isHere(value.getSourceOrdinal()))
                            .map(value -> new Value(
                                    value.getValue(), nameOf(value.getSourceName()), value.getSourceOrdinal()));
        }

        /** Empty also where an implementation throws for an expression that it cannot resolve. */
        private Optional<ConfigValue> found(String key) {
            try {
                return Optional.ofNullable(config.getConfigValue(key)).filter(value -> value.getValue() != null);
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }

        private boolean isHere(int ordinal) {
            return ordinal > PACKED == isOfTheServer;
        }

        @Override
        public Set<String> unlisted() {
            return isOfTheServer ? MicroProfileConfigSources.unlisted(config) : Set.of();
        }

        /** As messages name it: Payara's name of the application's file does not tell where to look. */
        private static String nameOf(String source) {
            return source.equals("Properties") ? JdkSources.PROPERTIES : source;
        }

        @Override
        public Set<String> keys() {
            Set<String> keys = new HashSet<>();
            config.getPropertyNames().forEach(keys::add);
            keys.removeIf(this::isMadeUp);
            if (isOfTheServer) {
                keys.addAll(EnvironmentKeys.in(variables.keySet(), keys).keys());
            }
            return keys;
        }

        @Override
        public Set<String> environmentVariables() {
            return isOfTheServer ? variables.keySet() : Set.of();
        }

        private boolean isMadeUp(String name) {
            return name.startsWith(SettingKeys.PREFIX)
                    && SettingKeys.isMadeUp(name.substring(SettingKeys.PREFIX.length()), variables);
        }
    }
}
