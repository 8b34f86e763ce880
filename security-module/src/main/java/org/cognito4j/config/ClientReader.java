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
import org.cognito4j.config.ConfigurationSource.Value;

/** Turns texts into the settings of app clients and gathers the faults of all of them. No fault shows a value. */
final class ClientReader {

    private final Configuration configuration;
    private final List<SettingFault> faults = new ArrayList<>();

    ClientReader(Configuration configuration) {
        this.configuration = configuration;
    }

    ClientsSettings read(Set<String> required) {
        Set<String> names = new TreeSet<>(required);
        for (String key : configuration.keys()) {
            String own = key.substring(Configuration.PREFIX.length());
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
        String prefix = Configuration.PREFIX + ClientSettingKeys.prefix(name);
        return ClientSettingKeys.all().stream()
                        .map(key -> prefix + key)
                        .filter(key -> configuration.found(key).isPresent())
                        .allMatch(configuration::isOfTheServer)
                && new ClientReader(configuration).readClient(name).isEmpty();
    }

    private Optional<Value> value(String key) {
        return configuration.value(Configuration.PREFIX + key);
    }

    private Optional<ClientSettings> readClient(String name) {
        String prefix = ClientSettingKeys.prefix(name);
        ClientSettingsBuilder settings = ClientSettings.builder();
        Map<String, Value> found = new LinkedHashMap<>();
        ClientSettingKeys.typed().forEach(key -> value(prefix + key).ifPresent(value -> found.put(key, value)));
        Set<String> unreadable = new TreeSet<>();
        found.forEach((key, value) -> {
            try {
                ClientSettingKeys.set(settings, key, value.text());
            } catch (PoolSettingKeys.Unreadable e) {
                unreadable.add(key);
                fault(prefix, new SettingFault(key, "cannot be read", e.getMessage()), found);
            }
        });
        readSecret(prefix, ClientSettingKeys.SECRET, settings::secret, found);
        readSecret(prefix, ClientSettingKeys.NEXT_SECRET, settings::nextSecret, found);
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
        String start = Configuration.PREFIX + prefix + ClientSettingKeys.METADATA;
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
                Configuration.PREFIX + prefix + fault.setting(),
                fault.problem() + SettingKeys.foundIn(value),
                SettingKeys.remedy(fault, Configuration.PREFIX + prefix, ClientSettingKeys.all())));
    }
}
