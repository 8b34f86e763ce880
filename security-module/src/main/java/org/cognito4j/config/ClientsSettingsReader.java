package org.cognito4j.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.ClientSettingsBuilder;
import org.cognito4j.client.DeclaredClientSettings;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.UnreadableSetting;

/** Turns texts into the settings of app clients and gathers the faults of all of them. No fault shows a value. */
public final class ClientsSettingsReader {

    private final Configuration configuration;
    private final List<SettingFault> faults = new ArrayList<>();

    private ClientsSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Reads and checks the settings under {@code cognito.client}. A secret is not read now but whenever it is needed, so
     * that it may change where the configuration does.
     *
     * @param configuration where they stand
     * @param names clients that have to be there; the variables of an environment are looked up for these names only
     * @return settings without a fault
     * @throws InvalidSettings with every fault at once, each with key, place and remedy
     */
    public static ClientsSettings read(Configuration configuration, Set<String> names) {
        return new ClientsSettingsReader(configuration).read(names);
    }

    private ClientsSettings read(Set<String> required) {
        Set<String> names = new TreeSet<>(required);
        for (String key : configuration.keys()) {
            String own = key.substring(SettingKeys.PREFIX.length());
            ClientSettingKeys.name(own).ifPresent(name -> {
                if (ClientSettingKeys.isKnown(
                        own.substring(ClientSettingKeys.prefix(name).length()))) {
                    names.add(name);
                } else {
                    faults.add(SettingKeys.unknown(own, value(own)));
                }
            });
        }
        names.removeIf(name -> !required.contains(name) && isPartOfTheServer(name));
        faults.addAll(new BlankSettings(configuration).ofCalls(names));
        Map<String, ClientSettings> clients = new HashMap<>();
        names.forEach(name -> readClient(name).ifPresent(client -> clients.put(name, client)));
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return new ClientsSettings(clients);
    }

    /** A client of which only the server has a part belongs to other applications, which have the rest of it. */
    private boolean isPartOfTheServer(String name) {
        String prefix = SettingKeys.PREFIX + ClientSettingKeys.prefix(name);
        return ClientSettingKeys.all().stream()
                        .map(key -> prefix + key)
                        .filter(key -> configuration.found(key).isPresent())
                        .allMatch(configuration::isOfTheServer)
                && new ClientsSettingsReader(configuration).readClient(name).isEmpty();
    }

    private Optional<Value> value(String key) {
        return configuration.value(SettingKeys.PREFIX + key);
    }

    private Optional<ClientSettings> readClient(String name) {
        String prefix = ClientSettingKeys.prefix(name);
        ClientSettingsBuilder settings = new ClientSettingsBuilder();
        Map<String, Value> found = new LinkedHashMap<>();
        typed().forEach(key -> value(prefix + key).ifPresent(value -> found.put(key, value)));
        Set<String> unreadable = new TreeSet<>();
        found.forEach((key, value) -> {
            try {
                settings.set(key, value.text());
            } catch (UnreadableSetting e) {
                unreadable.add(key);
                fault(prefix, new SettingFault(key, e.problem().orElse("cannot be read"), e.getMessage()), found);
            }
        });
        readSecret(prefix, DeclaredClientSettings.SECRET.key(), settings::secret, found);
        readSecret(prefix, DeclaredClientSettings.NEXT_SECRET.key(), settings::nextSecret, found);
        settings.clientMetadata(metadata(prefix));
        try {
            return Optional.of(settings.build());
        } catch (InvalidSettings e) {
            e.faults().stream()
                    .filter(fault -> !unreadable.contains(fault.setting()))
                    .forEach(fault -> fault(prefix, fault, found));
            return Optional.empty();
        }
    }

    /** The keys of a client but for its secrets, which are read whenever they are needed. */
    private static Set<String> typed() {
        Set<String> typed = ClientSettingKeys.all();
        typed.remove(DeclaredClientSettings.SECRET.key());
        typed.remove(DeclaredClientSettings.NEXT_SECRET.key());
        return typed;
    }

    private void readSecret(String prefix, String key, Consumer<Supplier<String>> setter, Map<String, Value> found) {
        if (value(prefix + key).isEmpty()) {
            return;
        }
        if (found.containsKey(key + "-file")) {
            fault(prefix, new SettingFault(key, "stands beside " + key + "-file", "Keep one of them"), found);
        }
        setter.accept(() -> value(prefix + key).map(Value::text).orElse(""));
    }

    private Map<String, String> metadata(String prefix) {
        String start = SettingKeys.PREFIX + prefix + ClientSettingKeys.METADATA;
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String key : configuration.keys()) {
            if (key.startsWith(start)) {
                String name = key.substring(start.length()).replaceAll("^\"(.*)\"$", "$1");
                configuration.value(key).ifPresent(value -> metadata.put(name, value.text()));
            }
        }
        return metadata;
    }

    private void fault(String prefix, SettingFault fault, Map<String, Value> found) {
        Optional<Value> value = Optional.ofNullable(found.get(fault.setting()));
        faults.add(new SettingFault(
                SettingKeys.PREFIX + prefix + fault.setting(),
                fault.problem() + SettingKeys.foundIn(value),
                SettingKeys.remedy(fault, SettingKeys.PREFIX + prefix, ClientSettingKeys.all())));
    }
}
