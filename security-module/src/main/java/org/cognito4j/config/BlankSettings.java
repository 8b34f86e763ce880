package org.cognito4j.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;

/**
 * Finds settings that are there and say nothing: blank texts, and expressions that were not resolved. A blank text hides the same key in the places behind it, so to take it
 * for no setting would lift a check that another place asks for; an empty environment variable does that, too.
 */
record BlankSettings(Configuration configuration) {

    /**
     * Returns a fault for each blank setting of a service.
     *
     * @param prefixes those of its pools
     * @param clientIds the app clients that are accepted, whose settings a place may hold without listing them
     */
    List<SettingFault> ofService(Set<String> prefixes, Set<String> clientIds) {
        Set<String> keys = listed().filter(key -> ClientSettingKeys.name(key).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        keys.addAll(SettingKeys.ofApplication());
        for (String prefix : prefixes) {
            SettingKeys.ofPools().forEach(key -> keys.add(prefix + key));
            for (String id : clientIds) {
                ClientPolicyKeys.ATTRIBUTES.forEach(attribute -> {
                    keys.add(prefix + "clients.\"" + id + "\"." + attribute);
                    keys.add(prefix + "clients." + id + "." + attribute);
                });
            }
        }
        return faults(keys);
    }

    /** Returns a fault for each blank setting of the app clients by which the application calls others. */
    List<SettingFault> ofCalls(Set<String> names) {
        Set<String> keys = listed().filter(key ->
                        ClientSettingKeys.name(key).filter(names::contains).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        names.forEach(name -> ClientSettingKeys.all().forEach(key -> keys.add(ClientSettingKeys.prefix(name) + key)));
        return faults(keys);
    }

    private Stream<String> listed() {
        return configuration.keys().stream().map(key -> key.substring(SettingKeys.PREFIX.length()));
    }

    /** Roles without scopes, and limits without roles, have messages of their own. */
    private static boolean isReportedElsewhere(String key) {
        return key.startsWith(SettingKeys.ROLES)
                || key.contains("." + SettingKeys.ROLES)
                || (ClientPolicyKeys.isKey(key) && key.endsWith(".roles"))
                || (key.contains(".clients.") && key.endsWith(".roles"));
    }

    private List<SettingFault> faults(Set<String> keys) {
        return keys.stream()
                .flatMap(key ->
                        configuration.found(SettingKeys.PREFIX + key).flatMap(value -> fault(key, value)).stream())
                .toList();
    }

    private static Optional<SettingFault> fault(String key, Value value) {
        if (value.isUnresolved()) {
            return Optional.of(unresolved(SettingKeys.PREFIX + key, value));
        }
        return value.text().isBlank() && !isReportedElsewhere(key)
                ? Optional.of(blank(SettingKeys.PREFIX + key, value))
                : Optional.empty();
    }

    /** To take it for no setting would lift a check, and to take it as it stands would compare with the expression itself. */
    private static SettingFault unresolved(String key, Value value) {
        return new SettingFault(
                key,
                "\"" + value.text().trim() + "\" cannot be resolved" + SettingKeys.foundIn(Optional.of(value)),
                "Set what the expression names where MicroProfile Config looks for it, give it a default as in"
                        + " ${NAME:default}, or remove the setting; without MicroProfile Config, and in web.xml, there are"
                        + " no expressions");
    }

    private static SettingFault blank(String key, Value value) {
        return new SettingFault(
                key,
                "is blank" + SettingKeys.foundIn(Optional.of(value)),
                "Give it a value, or remove it there: a blank text is not the same as no setting");
    }
}
