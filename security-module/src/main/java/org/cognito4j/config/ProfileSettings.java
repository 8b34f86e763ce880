package org.cognito4j.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;

/**
 * The settings of a profile ({@code %prod.cognito.…} and {@code microprofile-config-prod.properties}) where there is no
 * MicroProfile Config to read them. Each of them is a fault: its author believes that it holds.
 */
final class ProfileSettings implements ConfigurationSource {

    /** The names that profiles usually have. */
    private static final List<String> USUAL = List.of("prod", "production", "dev", "test", "staging", "stage", "local");

    private static final String ACTIVE = "mp.config.profile";

    private final Map<String, String> places = new LinkedHashMap<>();

    private ProfileSettings() {}

    /** Finds the settings in the files of an application: elsewhere they may be meant for others. */
    static ProfileSettings in(ClassLoader application) {
        ProfileSettings found = new ProfileSettings();
        Set<String> packed =
                JdkSources.texts(application, JdkSources.PROPERTIES).keySet();
        found.note(packed, JdkSources.PROPERTIES);
        for (String profile : profiles(packed, application)) {
            String file = JdkSources.PROPERTIES.replace(".properties", "-" + profile + ".properties");
            JdkSources.texts(application, file).keySet().stream()
                    .filter(key -> key.startsWith(SettingKeys.PREFIX))
                    .forEach(key -> found.places.putIfAbsent(key, file));
        }
        return found;
    }

    private static Set<String> profiles(Set<String> packed, ClassLoader application) {
        Set<String> profiles = new LinkedHashSet<>();
        Optional.ofNullable(System.getProperty(ACTIVE)).ifPresent(profiles::add);
        Optional.ofNullable(System.getenv("MP_CONFIG_PROFILE")).ifPresent(profiles::add);
        if (packed.contains(ACTIVE)) {
            profiles.add(JdkSources.texts(application, JdkSources.PROPERTIES).get(ACTIVE));
        }
        packed.stream()
                .filter(key -> key.startsWith("%") && key.indexOf('.') > 1)
                .forEach(key -> profiles.add(key.substring(1, key.indexOf('.'))));
        profiles.addAll(USUAL);
        profiles.removeIf(profile -> !profile.matches("[\\w-]+"));
        return profiles;
    }

    private void note(Set<String> keys, String place) {
        new TreeSet<>(keys)
                .stream()
                        .filter(key -> key.matches("%[^.]+\\." + SettingKeys.PREFIX.replace(".", "\\.") + ".*"))
                        .forEach(key -> places.put(key, place));
    }

    /** No setting is taken from here. */
    @Override
    public Optional<Value> value(String key) {
        return Optional.empty();
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public List<SettingFault> faults() {
        List<SettingFault> faults = new ArrayList<>();
        places.forEach((key, place) -> faults.add(new SettingFault(
                key,
                "has no effect: without MicroProfile Config there are no profiles (from " + place + ")",
                "Set the key without a profile, by a system property or environment variable, or add an implementation"
                        + " of MicroProfile Config")));
        return faults;
    }
}
