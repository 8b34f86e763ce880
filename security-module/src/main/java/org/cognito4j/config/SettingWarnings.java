package org.cognito4j.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.VerifierSettings;
import org.cognito4j.setting.SettingType;

/** Finds what is odd about settings without being wrong: an application starts with it, and its operator has to know. */
public final class SettingWarnings {

    private static final Set<String> LISTS =
            Set.of("client-ids", "issuers", "jwks-uri", "replica-regions", "paths", "require-token");

    private final Configuration configuration;

    private SettingWarnings(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Returns what an operator has to know about settings that are not wrong.
     *
     * @param configuration where they stand
     * @param settings what was read from it
     * @return one line for each finding: the setting, what is odd, what to do
     */
    public static List<String> in(Configuration configuration, ServiceSettings settings) {
        return new SettingWarnings(configuration).of(settings);
    }

    private List<String> of(ServiceSettings settings) {
        List<String> warnings = new ArrayList<>();
        for (String source : configuration.unlisted()) {
            warnings.add(
                    "The source of settings " + source + " lists no names, so cognito.roles, cognito.pool and, of app"
                            + " clients that cognito.client-ids does not name,"
                            + " cognito.clients cannot be found in it. Make it list its"
                            + " names, or set these elsewhere");
        }
        for (String variable : configuration.unclearVariables()) {
            warnings.add("The environment variable " + variable
                    + " has no effect, as it does not say which setting it stands"
                    + " for. Set the key itself, for example by a system property or in "
                    + JdkSources.PROPERTIES);
        }
        if (settings.pools().stream()
                .noneMatch(pool -> configuration.prefixFor(pool.userPool().id()).equals(SettingKeys.PREFIX))) {
            new UselessSettings(configuration)
                    .ofNoPoolButOfTheServer()
                    .forEach(key -> warnings.add(key + ": has no effect in this application, as all of its pools have"
                            + " names" + SettingKeys.foundIn(configuration.value(key))
                            + ". Set it for a pool, as cognito.pool.<name>."
                            + key.substring(SettingKeys.PREFIX.length())));
        }
        for (String key : keys()) {
            twice(key)
                    .ifPresent(element -> warnings.add(SettingKeys.PREFIX + key + ": names " + element + " twice"
                            + SettingKeys.foundIn(configuration.value(SettingKeys.PREFIX + key)) + ". Remove one"));
        }
        settings.pools().stream()
                .filter(SettingWarnings::deniesAll)
                .forEach(pool -> warnings.add("cognito.clients: every"
                        + " app client of cognito.client-ids of the pool "
                        + pool.userPool().id() + " is denied, so no token is"
                        + " accepted. Let one in, or remove the pool"));
        configuration.keys().stream()
                .filter(key -> isOfOthers(key.substring(SettingKeys.PREFIX.length())))
                .forEach(key -> warnings.add(
                        key + ": is not a setting, and has no effect" + SettingKeys.foundIn(configuration.found(key))));
        return warnings;
    }

    private boolean isOfOthers(String key) {
        return ClientSettingKeys.name(key).isEmpty()
                && !SettingKeys.isKnown(key)
                && configuration.isOfTheServer(SettingKeys.PREFIX + key);
    }

    private static boolean deniesAll(VerifierSettings pool) {
        return !pool.acceptsAnyClient() && pool.clientIds().stream().allMatch(pool::deniesClient);
    }

    /** Lists by their keys, of named pools too. */
    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(LISTS);
        configuration.keys().stream()
                .map(key -> key.substring(SettingKeys.PREFIX.length()))
                .filter(key ->
                        LISTS.contains(key.substring(key.lastIndexOf('.') + 1)) || key.contains(SettingKeys.ROLES))
                .forEach(keys::add);
        return keys;
    }

    private Optional<String> twice(String key) {
        Set<String> seen = new HashSet<>();
        return configuration.text(SettingKeys.PREFIX + key).stream()
                .flatMap(text -> SettingType.elements(text).stream())
                .filter(element -> !seen.add(element))
                .findFirst();
    }
}
