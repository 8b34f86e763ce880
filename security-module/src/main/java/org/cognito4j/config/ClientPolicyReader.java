package org.cognito4j.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.SettingType;
import org.cognito4j.setting.UnreadableSetting;

/** Reads what is set for single app clients of a pool, as in {@code clients."<id>".denied}. */
final class ClientPolicyReader {

    private final Configuration configuration;
    private final String prefix;
    private final Consumer<SettingFault> faults;

    /**
     * A reader for one pool.
     *
     * @param prefix what stands before its keys
     */
    ClientPolicyReader(Configuration configuration, String prefix, Consumer<SettingFault> faults) {
        this.configuration = configuration;
        this.prefix = prefix;
        this.faults = faults;
    }

    /**
     * Reads the settings of a pool's clients.
     *
     * @param clientIds the accepted clients: an environment variable's name does not tell which client it is for
     * @param found takes what was found, by key
     */
    void read(VerifierSettingsBuilder settings, List<String> clientIds, Map<String, Value> found) {
        Set<String> ids = new LinkedHashSet<>(clientIds);
        boolean isAny = ids.remove("*");
        mentionedIds().stream()
                .filter(id -> isAny || clientIds.contains(id) || !(isOfTheServer(id) || isOfOtherParts(id)))
                .forEach(ids::add);
        for (String id : ids) {
            value(id, "name", found).ifPresent(name -> settings.clientName(id, name.text()));
            value(id, "roles", found).ifPresent(roles -> settings.clientRoles(id, SettingType.elements(roles.text())));
            read(id, "denied", SettingType.FLAG, found).ifPresent(denied -> settings.clientDenied(id, denied));
            read(id, "issued-before", SettingType.INSTANT, found)
                    .ifPresent(instant -> settings.clientIssuedBefore(id, instant));
            readRequiredClaims(id, settings, found);
        }
    }

    private void readRequiredClaims(String id, VerifierSettingsBuilder settings, Map<String, Value> found) {
        String start = ClientPolicyKeys.START + "\"" + id + "\".";
        List<String> prefixes = List.of(prefix + start, prefix + ClientPolicyKeys.START + id + ".");
        new RequiredClaimReader(configuration, faults).read(prefixes).forEach((key, value) -> {
            found.put(start + key, value);
            settings.clientRequiredClaim(id, RequiredClaimKeys.claim(key), SettingType.elements(value.text()));
        });
    }

    private Set<String> mentionedIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (String key : configuration.keys()) {
            if (key.startsWith(SettingKeys.PREFIX + prefix + ClientPolicyKeys.START)) {
                ClientPolicyKeys.clientOf(key.substring((SettingKeys.PREFIX + prefix).length()))
                        .ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** What the whole server sets for an app client that this application does not accept is meant for others. */
    private boolean isOfTheServer(String id) {
        return keysOf(id).filter(key -> configuration.found(key).isPresent()).allMatch(configuration::isOfTheServer);
    }

    /** Where a filter accepts app clients of its own, what the application sets for others is meant for its other parts. */
    private boolean isOfOtherParts(String id) {
        Set<String> own = configuration.partKeys();
        return own.contains(SettingKeys.PREFIX + prefix + "client-ids")
                && keysOf(id).noneMatch(own::contains);
    }

    private Stream<String> keysOf(String id) {
        Stream<String> ofClaims = configuration.keys().stream()
                .filter(key -> key.startsWith(key("\"" + id + "\"", RequiredClaimKeys.START))
                        || key.startsWith(key(id, RequiredClaimKeys.START)));
        return Stream.concat(
                ofClaims,
                ClientPolicyKeys.ATTRIBUTES.stream()
                        .flatMap(attribute -> Stream.of(key("\"" + id + "\"", attribute), key(id, attribute))));
    }

    private <T> Optional<T> read(String id, String attribute, SettingType<T> type, Map<String, Value> found) {
        Optional<Value> value = value(id, attribute, found);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.read(value.get().text()));
        } catch (UnreadableSetting e) {
            fault(id, attribute, "\"" + value.get().text() + "\" cannot be read", value, e.getMessage());
            return Optional.empty();
        }
    }

    /** The quotes may be left out; the two ways to write a key must not contradict each other. */
    private Optional<Value> value(String id, String attribute, Map<String, Value> found) {
        Optional<Value> value = configuration.value(
                key("\"" + id + "\"", attribute),
                key(id, attribute),
                plain -> fault(
                        id,
                        attribute,
                        "is set with and without quotes, to different values",
                        Optional.of(plain),
                        "Keep one of them"));
        value.ifPresent(text -> found.put(ClientPolicyKeys.START + "\"" + id + "\"." + attribute, text));
        if (value.isEmpty() && attribute.equals("roles") && isBlank(id)) {
            // Elsewhere a blank text is no setting. Here it would lift a limit that looks like the strictest one.
            fault(id, attribute, "names no role", value, "Name roles, set .denied to true, or remove the setting");
        }
        return value;
    }

    private boolean isBlank(String id) {
        Set<String> keys = configuration.keys();
        return keys.contains(key("\"" + id + "\"", "roles")) || keys.contains(key(id, "roles"));
    }

    private String key(String id, String attribute) {
        return SettingKeys.PREFIX + prefix + ClientPolicyKeys.START + id + "." + attribute;
    }

    private void fault(String id, String attribute, String problem, Optional<Value> value, String remedy) {
        faults.accept(new SettingFault(key("\"" + id + "\"", attribute), problem + SettingKeys.foundIn(value), remedy));
    }
}
