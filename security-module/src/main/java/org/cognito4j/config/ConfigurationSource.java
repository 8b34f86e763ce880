package org.cognito4j.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.SettingFault;

/** A place where settings stand. Implementations are thread-safe. */
public interface ConfigurationSource {

    /**
     * A setting as it stands in this place.
     *
     * @param key the whole key, for example {@code cognito.user-pool-id}
     * @return the setting, possibly with a blank text; empty if it does not stand here
     */
    Optional<Value> value(String key);

    /**
     * The keys that stand in this place, as far as it can list them under their own names.
     *
     * @return all keys, of others too
     */
    Set<String> keys();

    /**
     * Returns whether this place is outside of the application, so that its settings may be meant for others: system
     * properties, environment variables, a server's own configuration.
     *
     * @return false unless it is
     */
    default boolean isOfTheServer() {
        return false;
    }

    /**
     * Returns whether this place holds the settings of one part of the application alone, for example of a filter.
     *
     * @return false unless it does
     */
    default boolean isOfPart() {
        return false;
    }

    /**
     * Returns the names of sources behind this one that list no keys although they hold some, so that settings whose
     * names are not known beforehand cannot be found there.
     *
     * @return none unless there are any
     */
    default Set<String> unlisted() {
        return Set.of();
    }

    /**
     * Returns the names of the environment variables, if this place reads them.
     *
     * @return names of all, of other programs too
     */
    default Set<String> environmentVariables() {
        return Set.of();
    }

    /**
     * Returns what is wrong with this place as a whole.
     *
     * @return no faults unless there are any
     */
    default List<SettingFault> faults() {
        return List.of();
    }

    /**
     * The text of a setting and where it was found.
     *
     * @param text as it was found
     * @param source what to call the place when the setting is wrong, for example {@code web.xml}
     * @param ordinal of two texts in one place, the one with the larger number comes first
     */
    record Value(String text, String source, int ordinal) {

        /**
         * A text in a place without an order of its own.
         *
         * @param text as it was found
         * @param source what to call the place
         */
        public Value(String text, String source) {
            this(text, source, 0);
        }

        /**
         * Returns whether the text still holds an expression such as <code>${API_AUDIENCE}</code>, which whoever wrote it
         * expected to be resolved.
         *
         * @return false for all other texts
         */
        public boolean isUnresolved() {
            return text.matches("(?s).*\\$\\{.*\\}.*");
        }
    }

    /**
     * A place that holds exactly the given settings.
     *
     * @param name what to call it
     * @param texts texts by key
     * @return a source over a copy of the texts
     */
    static ConfigurationSource of(String name, Map<String, String> texts) {
        return of(name, texts, false, false);
    }

    /**
     * A place that holds exactly the given settings, and may hold those of other applications.
     *
     * @param name what to call it
     * @param texts texts by key
     * @return a source over a copy of the texts
     */
    static ConfigurationSource ofServer(String name, Map<String, String> texts) {
        return of(name, texts, true, false);
    }

    /**
     * A place that holds exactly the given settings, of one part of the application.
     *
     * @param name what to call it
     * @param texts texts by key
     * @return a source over a copy of the texts
     */
    static ConfigurationSource ofPart(String name, Map<String, String> texts) {
        return of(name, texts, false, true);
    }

    private static ConfigurationSource of(
            String name, Map<String, String> texts, boolean isOfTheServer, boolean isOfPart) {
        Map<String, Value> values = new HashMap<>();
        texts.forEach((key, text) -> values.put(key, new Value(text, name)));
        return new ConfigurationSource() {
            @Override
            public Optional<Value> value(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public Set<String> keys() {
                return Set.copyOf(values.keySet());
            }

            @Override
            public boolean isOfTheServer() {
                return isOfTheServer;
            }

            @Override
            public boolean isOfPart() {
                return isOfPart;
            }
        };
    }
}
