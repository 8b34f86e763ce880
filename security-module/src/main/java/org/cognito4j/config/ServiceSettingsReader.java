package org.cognito4j.config;

import java.net.URI;
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

/** Turns texts into settings and gathers the faults of all of them. */
final class ServiceSettingsReader {

    private static final String PRINTABLE = "[\\x20-\\x7E&&[^\"\\\\]]+";

    private final Configuration configuration;
    private final List<SettingFault> faults = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();

    ServiceSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    ServiceSettings read() {
        reportUnknownKeys();
        List<VerifierSettings> pools = new ArrayList<>();
        faults.addAll(configuration.faultsOfPlaces());
        Set<String> names = poolNames();
        UselessSettings useless = new UselessSettings(configuration);
        if (names.isEmpty() || value("user-pool-id").isPresent()) {
            readPool("", Map.of()).ifPresent(pools::add);
        } else {
            reportClientsOfNoPool();
            faults.addAll(useless.ofNoPool(names));
        }
        names.forEach(name -> readPool(SettingKeys.POOL + name + ".", shared()).ifPresent(pools::add));
        String realm = readRealm();
        DeploymentSettingsReader mechanism = new DeploymentSettingsReader(configuration, faults::add);
        List<String> paths = mechanism.paths();
        List<String> requireToken = mechanism.requireToken(paths);
        List<String> corsOrigins = mechanism.corsOrigins();
        AuditMode audit = mechanism.audit();
        boolean deniesUnannotated = mechanism.deniesUnannotated();
        int priority = mechanism.identityStorePriority();
        boolean requiresAuthentication = mechanism.requiresAuthentication();
        boolean storeGroupsAsRoles = mechanism.storeGroupsAsRoles();
        Optional<URI> resourceUrl = readResourceUrl();
        readClients();
        faults.addAll(useless.ofApplication());
        reportBlank(names);
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new ServiceSettings(
                pools,
                realm,
                paths,
                requireToken,
                corsOrigins,
                priority,
                resourceUrl,
                value(SettingKeys.RESOURCE_NAME).map(Value::text),
                audit,
                requiresAuthentication,
                storeGroupsAsRoles,
                deniesUnannotated);
    }

    /** The calls that the same application makes are none of a service's business, but their faults show with its own. */
    private void readClients() {
        try {
            ClientsSettings.read(configuration, Set.of());
        } catch (InvalidSettings e) {
            faults.addAll(e.faults());
        }
    }

    private Optional<Value> value(String key) {
        return configuration.value(Configuration.PREFIX + key);
    }

    /** Our keys without their prefix. */
    private List<String> keys() {
        return configuration.keys().stream()
                .map(key -> key.substring(Configuration.PREFIX.length()))
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
        return configuration.ownKeys().stream().anyMatch(key -> key.startsWith(Configuration.PREFIX + prefix))
                || (configuration
                                .found(Configuration.PREFIX + prefix + "user-pool-id")
                                .isPresent()
                        && configuration
                                .found(Configuration.PREFIX + prefix + "client-ids")
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
        return configuration.isOfTheServer(Configuration.PREFIX + key) && !SettingKeys.isAlmostKnown(key);
    }

    /** To overlook one of these could leave a client in that was to be cut off. */
    private void reportClientsOfNoPool() {
        keys().stream()
                .filter(ClientPolicyReader::isKey)
                .filter(key -> !configuration.isOfTheServer(Configuration.PREFIX + key))
                .forEach(key -> faults.add(new SettingFault(
                        Configuration.PREFIX + key,
                        "belongs to no pool" + SettingKeys.foundIn(value(key)),
                        "All pools here have names: set " + Configuration.PREFIX + "pool.<name>." + key)));
    }

    /** What pools have in common, by key. */
    private Map<String, Value> shared() {
        Map<String, Value> shared = new HashMap<>();
        PoolSettingKeys.SHARED.forEach(key -> value(key).ifPresent(value -> shared.put(key, value)));
        return shared;
    }

    private Optional<VerifierSettings> readPool(String prefix, Map<String, Value> shared) {
        VerifierSettingsBuilder settings = VerifierSettings.builder();
        Map<String, Value> found = new LinkedHashMap<>(shared);
        PoolSettingKeys.all().forEach(key -> value(prefix + key).ifPresent(value -> found.put(key, value)));
        Set<String> unreadable = new TreeSet<>();
        found.forEach((key, value) -> {
            try {
                PoolSettingKeys.set(settings, key, value.text());
            } catch (PoolSettingKeys.Unreadable e) {
                unreadable.add(key);
                String problem = "\"" + value.text() + "\" cannot be read";
                faults.add(located(prefix, new SettingFault(key, problem, e.getMessage()), found));
            }
        });
        roles(prefix).forEach((role, value) -> {
            settings.role(role, PoolSettingKeys.list(value.text()));
            found.put("roles.\"" + role + "\"", value);
        });
        List<String> clientIds = Optional.ofNullable(found.get("client-ids"))
                .map(value -> PoolSettingKeys.list(value.text()))
                .orElse(List.of());
        ids.addAll(clientIds);
        new ClientPolicyReader(configuration, prefix, faults::add).read(settings, clientIds, found);
        try {
            VerifierSettings pool = settings.build();
            new UselessSettings(configuration)
                    .ofPool(prefix, pool).stream()
                            .filter(fault -> unreadable.stream()
                                    .noneMatch(key -> fault.setting().equals(Configuration.PREFIX + prefix + key)))
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
        String start = prefix + PoolSettingKeys.ROLES;
        Set<String> names = new LinkedHashSet<>();
        keys().stream()
                .filter(key -> key.startsWith(start))
                .forEach(key -> names.add(key.substring(start.length()).replaceAll("^\"(.*)\"$", "$1")));
        Map<String, Value> roles = new LinkedHashMap<>();
        for (String role : names) {
            String quoted = Configuration.PREFIX + start + "\"" + role + "\"";
            String plain = Configuration.PREFIX + start + role;
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

    private String readRealm() {
        Optional<Value> realm = value(SettingKeys.REALM);
        if (realm.isPresent() && !realm.get().text().matches(PRINTABLE)) {
            faults.add(new SettingFault(
                    Configuration.PREFIX + SettingKeys.REALM,
                    "cannot stand in a header" + SettingKeys.foundIn(realm),
                    "Choose printable ASCII without quotes and backslashes"));
        }
        return realm.map(Value::text).orElse(ServiceSettings.DEFAULT_REALM);
    }

    private Optional<URI> readResourceUrl() {
        Optional<Value> text = value(SettingKeys.RESOURCE_URL);
        Optional<URI> url = text.flatMap(value -> ResourceUrl.parse(value.text()));
        if (text.isPresent() && url.isEmpty()) {
            faults.add(new SettingFault(
                    Configuration.PREFIX + SettingKeys.RESOURCE_URL,
                    "is not the address of an API" + SettingKeys.foundIn(text),
                    "Set it to the https address that callers use, without query, fragment and encoded"
                            + " slashes, in UTF-8"));
        }
        return url;
    }

    private static SettingFault located(String prefix, SettingFault fault, Map<String, Value> found) {
        return new SettingFault(
                Configuration.PREFIX + prefix + fault.setting(),
                fault.problem() + SettingKeys.foundIn(Optional.ofNullable(found.get(fault.setting()))),
                SettingKeys.remedy(fault, Configuration.PREFIX + prefix, PoolSettingKeys.all()));
    }
}
