package org.cognito4j.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.Setting;

/**
 * The {@code cognito.*} settings, looked up in several places of which the first that names a key decides. A blank
 * text counts as no setting and hides those behind it, as in MicroProfile Config. Immutable and thread-safe.
 */
public final class Configuration {

    /** No name that containers take for every role or every caller, nor an empty one: such settings are faults. */
    private static final Pattern ROLE =
            Pattern.compile("cognito\\.(?:pool\\.[^.]+\\.)?roles\\.\"?([^\"*\\s][^\"]*)\"?");

    private final List<ConfigurationSource> sources;

    private Configuration(List<ConfigurationSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * The settings of exactly the given places.
     *
     * @param sources the place that decides first comes first
     * @return the configuration
     */
    public static Configuration of(List<ConfigurationSource> sources) {
        return new Configuration(sources);
    }

    /**
     * This configuration with one more place behind all others.
     *
     * @param defaults decides what no other place names
     * @return a new configuration
     */
    public Configuration withDefaults(ConfigurationSource defaults) {
        List<ConfigurationSource> extended = new ArrayList<>(sources);
        extended.add(defaults);
        return new Configuration(extended);
    }

    /**
     * This configuration with one more place before all others.
     *
     * @param first decides whatever it names
     * @return a new configuration
     */
    public Configuration withPrecedence(ConfigurationSource first) {
        List<ConfigurationSource> extended = new ArrayList<>(sources);
        extended.add(0, first);
        return new Configuration(extended);
    }

    /**
     * This configuration with a policy before all others. What a part of the application sets for itself stays as it is: a filter
     * that accepts one app client must not accept the application's other ones because the policy lists them.
     *
     * @param policy decides whatever it names and no part does
     */
    Configuration withPolicy(ConfigurationSource policy) {
        Set<String> own = new HashSet<>();
        partKeys().forEach(key -> own.add(unquoted(key)));
        return own.isEmpty()
                ? withPrecedence(policy)
                : withPrecedence(new NarrowedSource(policy, key -> !own.contains(unquoted(key))));
    }

    /** In some keys the quotes may be left out. */
    private static String unquoted(String key) {
        return key.replace("\"", "");
    }

    /** This configuration as it is now. Of what is set in its places later nothing that has been asked for is seen. */
    Configuration remembered() {
        return new Configuration(
                sources.stream().<ConfigurationSource>map(RememberedSource::new).toList());
    }

    /**
     * What stands before the keys of a pool.
     *
     * @param userPoolId the id of the pool
     * @return {@code cognito.}, or {@code cognito.pool.<name>.} for one that is configured under a name
     */
    public String prefixFor(String userPoolId) {
        for (String key : keys()) {
            Optional<String> name = SettingKeys.poolName(key.substring(SettingKeys.PREFIX.length()));
            String prefix = SettingKeys.PREFIX + SettingKeys.POOL + name.orElse("") + ".";
            if (name.isPresent()
                    && text(prefix + "user-pool-id").filter(userPoolId::equals).isPresent()) {
                return prefix;
            }
        }
        return SettingKeys.PREFIX;
    }

    /**
     * Whether there is any setting for this application. What the whole server has counts only if it names a user pool.
     *
     * @return true if no place of the application's own names a key that starts with {@code cognito.}, and none a pool
     */
    public boolean isEmpty() {
        return ownKeys().isEmpty()
                && poolPrefixes()
                        .noneMatch(prefix -> found(prefix + "user-pool-id").isPresent());
    }

    /**
     * Whether the settings are for calling other services alone ({@code cognito.client.…}), so that there is nothing to
     * verify. Settings of the whole server that trust no pool by themselves do not make a service of an application.
     *
     * @return true if there are such settings, and none that say whom to trust
     */
    public boolean isForCallingOnly() {
        return ownKeys().stream().allMatch(Configuration::isOfClient)
                && keys().stream().anyMatch(Configuration::isOfClient)
                && poolPrefixes()
                        .noneMatch(prefix -> found(prefix + "user-pool-id").isPresent()
                                && found(prefix + "client-ids").isPresent());
    }

    /** Returns whether something is set besides what the application needs to call others, as far as keys can be listed. */
    public boolean hasMoreThanClients() {
        return keys().stream().anyMatch(key -> !isOfClient(key));
    }

    private static boolean isOfClient(String key) {
        return key.startsWith(SettingKeys.PREFIX + ClientSettingKeys.PREFIX);
    }

    /** What stands before the keys of each pool, of the one without a name as well. */
    private Stream<String> poolPrefixes() {
        return Stream.concat(
                Stream.of(SettingKeys.PREFIX),
                keys().stream()
                        .map(key -> SettingKeys.poolName(key.substring(SettingKeys.PREFIX.length())))
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(name -> SettingKeys.PREFIX + SettingKeys.POOL + name + "."));
    }

    /**
     * A setting as it would be used.
     *
     * @param key the whole key
     * @return the text without white space around it; empty if it is set nowhere, or blank
     */
    public Optional<String> text(String key) {
        return value(key).map(Value::text);
    }

    /**
     * Returns whether what a setting says may be replaced while the application runs.
     *
     * @param key the whole key
     * @param sources those of the application
     * @return true if the setting is policy, and there is a policy that changes
     */
    public boolean isReplaceable(String key, PolicySources sources) {
        return PolicyContent.isPolicy(key)
                && (!sources.all().isEmpty()
                        || isSet(DeclaredApplicationSettings.POLICY_FILE)
                        || isSet(DeclaredApplicationSettings.POLICY_URL));
    }

    private boolean isSet(Setting<?> setting) {
        return value(SettingKeys.PREFIX + setting.key()).isPresent();
    }

    /**
     * In which settings another configuration is not the same.
     *
     * @param other of another application
     * @return whole keys in alphabetical order, and nothing of what they are set to
     */
    public Set<String> differencesTo(Configuration other) {
        Set<String> keys = keys();
        keys.addAll(other.keys());
        keys.removeIf(key -> text(key).equals(other.text(key)));
        return keys;
    }

    /**
     * What somebody may have meant who wrote a name that means nothing.
     *
     * @param name the name
     * @param names others that could be meant, beside the keys of this module
     * @return the one that is most like the name
     */
    public static String nearestKey(String name, Collection<String> names) {
        return SettingKeys.nearest(name, names);
    }

    /**
     * The roles that the settings name ({@code cognito.roles."…"}), of all pools.
     *
     * @return names; empty where roles follow from the scopes
     */
    public Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        for (String key : keys()) {
            Matcher role = ROLE.matcher(key);
            if (role.matches()) {
                roles.add(role.group(1));
            }
        }
        return roles;
    }

    /**
     * The roles that places outside of the application name, maybe for other applications.
     *
     * @return names of roles that no place of the application's own names
     */
    public Set<String> rolesOfTheServer() {
        Set<String> roles = roles();
        roles.removeIf(role -> Stream.of("\"" + role + "\"", role)
                .map(name -> SettingKeys.PREFIX + SettingKeys.ROLES + name)
                .anyMatch(ownKeys()::contains));
        return roles;
    }

    Optional<Value> value(String key) {
        return found(key).flatMap(Configuration::usable);
    }

    /**
     * The setting under one of two spellings of its key, from the first place that has either.
     *
     * @param contradiction takes the value that is given up if one place has both spellings with different texts
     */
    Optional<Value> value(String key, String spelling, Consumer<Value> contradiction) {
        return value(List.of(key, spelling), contradiction);
    }

    /** The setting under one of several spellings of its key, of which the first ones come first. */
    Optional<Value> value(List<String> spellings, Consumer<Value> contradiction) {
        for (ConfigurationSource source : sources) {
            List<Value> given = spellings.stream()
                    .map(source::value)
                    .flatMap(Optional::stream)
                    .toList();
            int highest = given.stream().mapToInt(Value::ordinal).max().orElse(0);
            List<Value> deciding =
                    given.stream().filter(value -> value.ordinal() == highest).toList();
            if (!deciding.isEmpty()) {
                Value first = deciding.get(0);
                deciding.stream()
                        .filter(other ->
                                !first.text().trim().equals(other.text().trim()))
                        .findFirst()
                        .ifPresent(contradiction);
                return usable(first);
            }
        }
        return Optional.empty();
    }

    private static Optional<Value> usable(Value found) {
        return found.text().isBlank() || found.isUnresolved()
                ? Optional.empty()
                : Optional.of(new Value(found.text().trim(), found.source(), found.ordinal()));
    }

    /** The setting as it stands in the first place that has it, blank or not. */
    Optional<Value> found(String key) {
        return sources.stream()
                .map(source -> source.value(key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns whether the place that decides about a key may hold it for other applications. */
    boolean isOfTheServer(String key) {
        return sources.stream()
                .filter(source -> source.value(key).isPresent())
                .findFirst()
                .filter(ConfigurationSource::isOfTheServer)
                .isPresent();
    }

    /** Returns what is wrong with places as a whole. */
    List<SettingFault> faultsOfPlaces() {
        return sources.stream().flatMap(source -> source.faults().stream()).toList();
    }

    /** Returns the names of sources that hold settings and list none of their names. */
    Set<String> unlisted() {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.addAll(source.unlisted()));
        return names;
    }

    /** Returns environment variables that are meant for the module and do not say for which key. */
    Set<String> unclearVariables() {
        Set<String> variables = new TreeSet<>();
        sources.forEach(source -> variables.addAll(source.environmentVariables()));
        return EnvironmentKeys.in(variables, keys()).unclear();
    }

    /** Our keys in places of the application's own. */
    Set<String> ownKeys() {
        Set<String> keys = new TreeSet<>();
        for (ConfigurationSource source : sources) {
            if (!source.isOfTheServer()) {
                source.keys().stream()
                        .filter(key -> key.startsWith(SettingKeys.PREFIX)
                                && source.value(key).isPresent())
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    /** Our keys that a part of the application sets for itself. */
    Set<String> partKeys() {
        Set<String> keys = new TreeSet<>();
        sources.stream()
                .filter(ConfigurationSource::isOfPart)
                .flatMap(source -> source.keys().stream())
                .filter(key -> key.startsWith(SettingKeys.PREFIX))
                .forEach(keys::add);
        return keys;
    }

    /** Our keys under their own names, in alphabetical order. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (ConfigurationSource source : sources) {
            source.keys().stream()
                    .filter(key -> key.startsWith(SettingKeys.PREFIX))
                    .forEach(keys::add);
        }
        return keys;
    }
}
