package org.cognito4j.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.SettingType;
import org.cognito4j.setting.SettingValues;
import org.cognito4j.setting.UnreadableSetting;

/** Turns texts into the settings of a service and gathers the faults of all of them. */
public final class ServiceSettingsReader {

    private final Configuration configuration;
    private final List<SettingFault> faults = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();

    private ServiceSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Reads and checks all settings where nobody has looked for sources of policy.
     *
     * @param configuration where they stand
     * @return settings without a fault
     * @throws InvalidSettings with every fault at once, each with key, place and remedy
     */
    public static ServiceSettings read(Configuration configuration) {
        return read(configuration, PolicySources.UNKNOWN);
    }

    /**
     * Reads and checks all settings, with those of a policy file, address or source before all others.
     *
     * @param configuration where they stand
     * @param sources those of the application, of which there may be one
     * @return settings without a fault
     * @throws InvalidSettings with every fault at once, each with key, place and remedy
     */
    public static ServiceSettings read(Configuration configuration, PolicySources sources) {
        PolicyOrigins origins = new PolicyOrigins(configuration, sources);
        Optional<PolicyOrigin> origin = origins.find();
        if (origin.isEmpty()) {
            return new ServiceSettingsReader(configuration).read();
        }
        Configuration start = configuration.remembered();
        return new PolicyStart(origin.get(), origins.copy(), policy -> read(start, policy)).read();
    }

    /** Reads and checks all settings with a policy before all others, which is in force nowhere yet. */
    static ServiceSettings read(Configuration configuration, ConfigurationSource policy) {
        return new ServiceSettingsReader(configuration.withPolicy(policy)).read();
    }

    private ServiceSettings read() {
        reportUnknownKeys();
        List<VerifierSettings> pools = new ArrayList<>();
        faults.addAll(configuration.faultsOfPlaces());
        faults.addAll(RequiredClaimKeys.unclear(configuration.unclearVariables()));
        Set<String> names = poolNames();
        UselessSettings useless = new UselessSettings(configuration);
        if (names.isEmpty() || value("user-pool-id").isPresent()) {
            readPool("", Map.of()).ifPresent(pools::add);
        } else {
            reportClientsOfNoPool();
            faults.addAll(useless.ofNoPool(names));
        }
        Map<String, Value> shared = names.isEmpty() ? Map.of() : shared();
        names.forEach(name -> readPool(SettingKeys.POOL + name + ".", shared).ifPresent(pools::add));
        SettingValues values = new DeploymentSettingsReader(configuration, faults::add).read();
        readClients();
        faults.addAll(useless.ofApplication());
        reportBlank(names);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new ServiceSettings(pools, values);
    }

    /** The calls that the same application makes are none of a service's business, but their faults show with its own. */
    private void readClients() {
        try {
            ClientsSettingsReader.read(configuration, Set.of());
        } catch (InvalidSettings e) {
            faults.addAll(e.faults());
        }
    }

    private Optional<Value> value(String key) {
        return configuration.value(SettingKeys.PREFIX + key);
    }

    /** Our keys without their prefix. */
    private List<String> keys() {
        return configuration.keys().stream()
                .map(key -> key.substring(SettingKeys.PREFIX.length()))
                .toList();
    }

    /** A pool of which only the server has a part is one of other applications. */
    private Set<String> poolNames() {
        Set<String> names = new TreeSet<>();
        keys().forEach(key -> SettingKeys.poolName(key).ifPresent(names::add));
        names.removeIf(name -> !isOfThisApplication(SettingKeys.POOL + name + "."));
        return names;
    }

    private boolean isOfThisApplication(String prefix) {
        return configuration.ownKeys().stream().anyMatch(key -> key.startsWith(SettingKeys.PREFIX + prefix))
                || (configuration
                                .found(SettingKeys.PREFIX + prefix + "user-pool-id")
                                .isPresent()
                        && configuration
                                .found(SettingKeys.PREFIX + prefix + "client-ids")
                                .isPresent());
    }

    private void reportBlank(Set<String> names) {
        Set<String> prefixes = new LinkedHashSet<>(Set.of(""));
        names.forEach(name -> prefixes.add(SettingKeys.POOL + name + "."));
        List<SettingFault> blank = new BlankSettings(configuration).ofService(prefixes, ids);
        Set<String> keys = blank.stream().map(SettingFault::setting).collect(Collectors.toSet());
        faults.removeIf(fault -> keys.contains(fault.setting())); // it would be said to be missing, too
        faults.addAll(blank);
    }

    private void reportUnknownKeys() {
        for (String key : keys()) {
            if (ClientSettingKeys.name(key).isEmpty() && !SettingKeys.isKnown(key) && !isOfOthers(key)) {
                faults.add(SettingKeys.unknown(key, value(key)));
            }
        }
    }

    /** The whole server may have settings of other programs; one that is almost ours was meant for us. */
    private boolean isOfOthers(String key) {
        return configuration.isOfTheServer(SettingKeys.PREFIX + key) && !SettingKeys.isAlmostKnown(key);
    }

    /** To overlook one of these could leave a client in that was to be cut off. */
    private void reportClientsOfNoPool() {
        keys().stream()
                .filter(ClientPolicyKeys::isKey)
                .filter(key -> !configuration.isOfTheServer(SettingKeys.PREFIX + key))
                .forEach(key -> faults.add(new SettingFault(
                        SettingKeys.PREFIX + key,
                        "belongs to no pool" + SettingKeys.foundIn(value(key)),
                        "All pools here have names: set " + SettingKeys.PREFIX + "pool.<name>." + key)));
    }

    /** What pools have in common, by key. */
    private Map<String, Value> shared() {
        Map<String, Value> shared = new HashMap<>();
        SettingKeys.sharedByPools().forEach(key -> value(key).ifPresent(value -> shared.put(key, value)));
        shared.putAll(new RequiredClaimReader(configuration, faults::add).read(List.of("")));
        return shared;
    }

    private Optional<VerifierSettings> readPool(String prefix, Map<String, Value> shared) {
        VerifierSettingsBuilder settings = new VerifierSettingsBuilder();
        Map<String, Value> found = new LinkedHashMap<>(shared);
        SettingKeys.ofPools().forEach(key -> value(prefix + key).ifPresent(value -> found.put(key, value)));
        found.putAll(new RequiredClaimReader(configuration, faults::add).read(List.of(prefix)));
        Set<String> unreadable = new TreeSet<>();
        found.forEach((key, value) -> {
            if (RequiredClaimKeys.isKey(key)) {
                settings.requiredClaim(RequiredClaimKeys.claim(key), SettingType.elements(value.text()));
                return;
            }
            try {
                settings.set(key, value.text());
            } catch (UnreadableSetting e) {
                unreadable.add(key);
                String problem = e.problem().orElseGet(() -> "\"" + value.text() + "\" cannot be read");
                faults.add(located(prefix, new SettingFault(key, problem, e.getMessage()), found));
            }
        });
        roles(prefix).forEach((role, value) -> {
            settings.role(role, SettingType.elements(value.text()));
            found.put("roles.\"" + role + "\"", value);
        });
        List<String> clientIds = Optional.ofNullable(found.get("client-ids"))
                .map(value -> SettingType.elements(value.text()))
                .orElse(List.of());
        ids.addAll(clientIds);
        new ClientPolicyReader(configuration, prefix, faults::add).read(settings, clientIds, found);
        try {
            VerifierSettings pool = settings.build();
            new UselessSettings(configuration)
                    .ofPool(prefix, pool).stream()
                            .filter(fault -> unreadable.stream()
                                    .noneMatch(key -> fault.setting().equals(SettingKeys.PREFIX + prefix + key)))
                            .forEach(faults::add);
            return Optional.of(pool);
        } catch (InvalidSettings e) {
            e.faults().stream()
                    .filter(fault -> !unreadable.contains(fault.setting()))
                    .map(fault -> located(prefix, fault, found))
                    .forEach(faults::add);
            return Optional.empty();
        }
    }

    /** {@code roles."<role>"}, where the quotes may be left out. */
    private Map<String, Value> roles(String prefix) {
        String start = prefix + SettingKeys.ROLES;
        Set<String> names = new LinkedHashSet<>();
        keys().stream()
                .filter(key -> key.startsWith(start))
                .forEach(key -> names.add(key.substring(start.length()).replaceAll("^\"(.*)\"$", "$1")));
        Map<String, Value> roles = new LinkedHashMap<>();
        for (String role : names) {
            String quoted = SettingKeys.PREFIX + start + "\"" + role + "\"";
            String plain = SettingKeys.PREFIX + start + role;
            configuration
                    .value(
                            quoted,
                            plain,
                            given -> faults.add(new SettingFault(
                                    quoted,
                                    "is set with and without quotes, to different values"
                                            + SettingKeys.foundIn(Optional.of(given)),
                                    "Keep one of them")))
                    .ifPresentOrElse(value -> roles.put(role, value), () -> reportBlankRole(quoted, plain));
        }
        return roles;
    }

    /** Elsewhere a blank text is no setting. Here roles would follow from scopes again, where nobody was to have this one. */
    private void reportBlankRole(String... spellings) {
        Stream.of(spellings)
                .filter(key -> configuration.found(key).isPresent())
                .findFirst()
                .filter(key -> !configuration.found(key).get().isUnresolved()) // that has a fault of its own
                .ifPresent(key -> faults.add(new SettingFault(
                        key,
                        "has no scopes",
                        "Name the scopes that give the role, separated by commas, or remove the setting")));
    }

    private static SettingFault located(String prefix, SettingFault fault, Map<String, Value> found) {
        return new SettingFault(
                SettingKeys.PREFIX + prefix + fault.setting(),
                fault.problem() + SettingKeys.foundIn(Optional.ofNullable(found.get(fault.setting()))),
                SettingKeys.remedy(fault, SettingKeys.PREFIX + prefix, SettingKeys.ofPools()));
    }
}
