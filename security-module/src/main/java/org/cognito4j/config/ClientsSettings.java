package org.cognito4j.config;

import java.util.Map;
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
}
