package org.cognito4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the places where the settings of an application stand. */
public final class ConfigurationPlaces {

    private ConfigurationPlaces() {}

    /**
     * What MicroProfile Config gives to the application with this class loader, where there is an implementation of
     * it. Otherwise system properties, environment variables (named by the same rules) and the application's {@code
     * META-INF/microprofile-config.properties}, in this order.
     *
     * @param application the application's class loader
     * @return the environment's configuration, still without the application's own defaults
     */
    public static Configuration in(ClassLoader application) {
        return in(application, List.of());
    }

    /**
     * The same for a part of the application that has settings of its own. They come before those that the application
     * packs into {@code microprofile-config.properties} for all of its parts, and behind what is said from outside.
     *
     * @param application the application's class loader
     * @param part the part's own settings
     * @return the part's configuration, still without the application's own defaults
     */
    public static Configuration in(ClassLoader application, List<ConfigurationSource> part) {
        List<ConfigurationSource> places = new ArrayList<>();
        Optional<MicroProfileConfig> config = MicroProfileConfig.find(application);
        if (config.isPresent()) {
            places.add(config.get().outside());
            places.addAll(part);
            places.add(config.get().packed());
        } else {
            places.add(JdkSources.systemProperties());
            places.add(JdkSources.environment());
            places.addAll(part);
            places.add(JdkSources.properties(application));
            places.add(ProfileSettings.in(application));
        }
        return Configuration.of(places);
    }
}
