package org.cognito4j.config;

import java.util.Optional;
import java.util.Set;
import org.cognito4j.client.DeclaredClientSettings;

/** The keys of the settings of one app client by which the application calls others. */
final class ClientSettingKeys {

    static final String PREFIX = "client.";
    static final String METADATA = "client-metadata.";

    private ClientSettingKeys() {}

    /** The keys of a client, but for those of its metadata. */
    static Set<String> all() {
        return DeclaredClientSettings.ALL.keys();
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
}
