package org.cognito4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.Callers;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.cognito4j.setting.Setting;

/**
 * Finds settings that have no effect beside others. Who set one believes that something is checked, or given. Those of the
 * whole server are left out: they are meant for other applications, too.
 */
record UselessSettings(Configuration configuration) {

    /** Returns the faults of settings that the application has once. */
    List<SettingFault> ofApplication() {
        List<SettingFault> faults = new ArrayList<>();
        if (!isSet(DeclaredApplicationSettings.RESOURCE_URL.key())) {
            Stream.of(
                            DeclaredApplicationSettings.RESOURCE_NAME,
                            DeclaredApplicationSettings.RESOURCE_DOCUMENTATION,
                            DeclaredApplicationSettings.SCOPES_SUPPORTED)
                    .map(Setting::key)
                    .filter(this::isSet)
                    .forEach(key -> faults.add(fault(
                            key,
                            "has no effect without " + SettingKeys.PREFIX
                                    + DeclaredApplicationSettings.RESOURCE_URL.key(),
                            "Set that, or remove this")));
        }
        return faults;
    }

    /**
     * Returns the faults of a pool's settings.
     *
     * @param prefix what stands before its keys
     */
    List<SettingFault> ofPool(String prefix, VerifierSettings pool) {
        List<SettingFault> faults = new ArrayList<>();
        if (isSet(prefix + "groups-as-roles")
                && pool.scopeRoles().takesGroupsAsRoles()
                && pool.callers() == Callers.MACHINES) {
            faults.add(fault(
                    prefix + "groups-as-roles",
                    "has no effect, as machines have no groups",
                    "Set " + SettingKeys.PREFIX + prefix + "callers to users or both, or remove it"));
        }
        if (isSet(prefix + "jwks-file-max-age")
                && configuration
                        .found(SettingKeys.PREFIX + prefix + "jwks-file")
                        .isEmpty()
                && !isSharedBy(prefix, "jwks-file")) {
            faults.add(fault(
                    prefix + "jwks-file-max-age",
                    "has no effect without " + SettingKeys.PREFIX + prefix + "jwks-file",
                    "Set that, or remove this"));
        }
        return faults;
    }

    /**
     * Returns the faults of settings that only a pool without a name has, where there is none: all pools have names.
     *
     * @param names those of the pools
     */
    List<SettingFault> ofNoPool(Set<String> names) {
        List<SettingFault> faults = new ArrayList<>();
        keysOfNoPool()
                .filter(this::isSet)
                .forEach(key -> faults.add(fault(
                        key,
                        "has no effect, as all pools here have names",
                        "Set " + SettingKeys.PREFIX + SettingKeys.POOL
                                + names.iterator().next() + "." + key)));
        return faults;
    }

    /** Returns such settings of the whole server: other applications may have a pool without a name. */
    List<String> ofNoPoolButOfTheServer() {
        return keysOfNoPool()
                .map(key -> SettingKeys.PREFIX + key)
                .filter(key -> configuration.value(key).isPresent() && configuration.isOfTheServer(key))
                .toList();
    }

    private Stream<String> keysOfNoPool() {
        Stream<String> roles = configuration.keys().stream()
                .map(key -> key.substring(SettingKeys.PREFIX.length()))
                .filter(key -> key.startsWith(SettingKeys.ROLES));
        return Stream.concat(
                SettingKeys.ofPools().stream()
                        .filter(key -> !SettingKeys.sharedByPools().contains(key)),
                roles);
    }

    /** A key above all pools has its effect in any of them. */
    private boolean isSharedBy(String prefix, String key) {
        return prefix.isEmpty()
                && configuration.keys().stream()
                        .anyMatch(other ->
                                other.startsWith(SettingKeys.PREFIX + SettingKeys.POOL) && other.endsWith("." + key));
    }

    private boolean isSet(String key) {
        return configuration.value(SettingKeys.PREFIX + key).isPresent()
                && !configuration.isOfTheServer(SettingKeys.PREFIX + key);
    }

    private SettingFault fault(String key, String problem, String remedy) {
        return new SettingFault(
                SettingKeys.PREFIX + key,
                problem + SettingKeys.foundIn(configuration.value(SettingKeys.PREFIX + key)),
                remedy);
    }
}
