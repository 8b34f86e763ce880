package org.cognito4j.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cognito4j.config.ConfigurationSource.Value;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What MicroProfile Config itself does not say of its sources: that one holds a blank text, or lists no names. */
final class MicroProfileConfigSources {

    private MicroProfileConfigSources() {}

    /**
     * Returns the text of the first source that has a key for which MicroProfile Config has no value: it is blank, or holds an
     * expression that cannot be resolved. Implementations take both for no setting.
     */
    static Optional<Value> withoutValue(String key, Config config) {
        return sources(config)
                .flatMap(source ->
                        text(source, key).map(text -> new Value(text, source.getName(), source.getOrdinal())).stream())
                .findFirst()
                .filter(value -> value.text().isBlank() || value.isUnresolved());
    }

    /** Returns the names of sources that hold a setting of ours, or come from the application, and list no names. */
    static Set<String> unlisted(Config config) {
        Set<String> names = new TreeSet<>();
        sources(config)
                .filter(MicroProfileConfigSources::listsNothing)
                .filter(source -> (isPacked(source) && !isPartOf(config, source)) || holdsAnyOfOurs(source))
                .forEach(source -> names.add(source.getName()));
        return names;
    }

    private static boolean isPacked(ConfigSource source) {
        return source.getClass().getClassLoader() == Thread.currentThread().getContextClassLoader();
    }

    /** An implementation's own source that lists nothing is empty, as SmallRye's of default values is. */
    private static boolean isPartOf(Config config, ConfigSource source) {
        return source.getClass().getPackageName().equals(config.getClass().getPackageName());
    }

    private static boolean holdsAnyOfOurs(ConfigSource source) {
        return SettingKeys.all().stream()
                .anyMatch(key -> text(source, SettingKeys.PREFIX + key).isPresent());
    }

    private static boolean listsNothing(ConfigSource source) {
        try {
            return source.getPropertyNames().isEmpty();
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static Optional<String> text(ConfigSource source, String key) {
        try {
            return Optional.ofNullable(source.getValue(key));
        } catch (RuntimeException e) {
            return Optional.empty(); // asked by MicroProfile Config as well, which reports it
        }
    }

    private static Stream<ConfigSource> sources(Config config) {
        try {
            return StreamSupport.stream(config.getConfigSources().spliterator(), false);
        } catch (UnsupportedOperationException e) {
            return Stream.empty();
        }
    }
}
