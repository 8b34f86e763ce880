package org.cognito4j.config;

import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.client.ClientSettings;

/**
 * Everything that is configured for the calls that an application makes.
 *
 * @param clients settings of each app client by its name; the one without a name is called by the empty text
 */
public record ClientsSettings(Map<String, ClientSettings> clients) {

    /**
     * Takes a copy of the clients.
     *
     * @param clients settings of each app client by its name
     */
    public ClientsSettings {
        clients = Map.copyOf(clients);
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
        return new ClientReader(configuration).read(names);
    }
}
