package org.cognito4j.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cognito4j.client.ClientSettingsBuilder;

/** The settings of one app client by their keys, and how each is read. */
final class ClientSettingKeys {

    static final String PREFIX = "client.";
    static final String METADATA = "client-metadata.";
    static final String SECRET = "client-secret";
    static final String NEXT_SECRET = "client-secret-next";

    private static final Map<String, BiConsumer<ClientSettingsBuilder, String>> SETTERS = setters();

    private ClientSettingKeys() {}

    /** The keys of a client, but for those of its metadata and its secrets. */
    static Set<String> typed() {
        return SETTERS.keySet();
    }

    /** The keys of a client, but for those of its metadata. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(SETTERS.keySet());
        all.add(SECRET);
        all.add(NEXT_SECRET);
        return all;
    }

    /** Whether a key, without any prefix, is one of a client. */
    static boolean isKnown(String key) {
        return all().contains(key) || (key.startsWith(METADATA) && key.length() > METADATA.length());
    }

    /** The prefix of a client's keys; the client without a name is called by the empty one. */
    static String prefix(String name) {
        return name.isEmpty() ? PREFIX : PREFIX + name + ".";
    }

    /** The name in {@code client.<name>.…}, empty in {@code client.…}. */
    static Optional<String> name(String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = key.substring(PREFIX.length());
        int end = rest.indexOf('.');
        return Optional.of(end <= 0 || isKnown(rest) ? "" : rest.substring(0, end));
    }

    /** Whether a key, with the prefix of a client, is one of its keys. */
    static boolean isKnownOfAnyClient(String key) {
        return name(key)
                .filter(name -> isKnown(key.substring(prefix(name).length())))
                .isPresent();
    }

    static void set(ClientSettingsBuilder settings, String key, String text) {
        SETTERS.get(key).accept(settings, text);
    }

    private static Map<String, BiConsumer<ClientSettingsBuilder, String>> setters() {
        Map<String, BiConsumer<ClientSettingsBuilder, String>> setters = new LinkedHashMap<>();
        setters.put("token-endpoint", as(ClientSettingKeys::address, ClientSettingsBuilder::tokenEndpoint));
        setters.put("api-endpoint", as(ClientSettingKeys::address, ClientSettingsBuilder::apiEndpoint));
        setters.put("domain", ClientSettingsBuilder::domain);
        setters.put("region", ClientSettingsBuilder::region);
        setters.put("allow-loopback-http", as(PoolSettingKeys::flag, ClientSettingsBuilder::allowLoopbackHttp));
        setters.put("client-id", ClientSettingsBuilder::clientId);
        setters.put(SECRET + "-file", as(Path::of, ClientSettingsBuilder::secretFile));
        setters.put(NEXT_SECRET + "-file", as(Path::of, ClientSettingsBuilder::nextSecretFile));
        setters.put("secret-in-body", as(PoolSettingKeys::flag, ClientSettingsBuilder::secretInBody));
        setters.put("scopes", as(PoolSettingKeys::list, ClientSettingsBuilder::scopes));
        setters.put("timeout", as(PoolSettingKeys::duration, ClientSettingsBuilder::timeout));
        return setters;
    }

    private static <T> BiConsumer<ClientSettingsBuilder, String> as(
            Function<String, T> type, BiConsumer<ClientSettingsBuilder, T> setter) {
        return (settings, text) -> setter.accept(settings, type.apply(text));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new PoolSettingKeys.Unreadable("Set it to an https address");
        }
    }
}
