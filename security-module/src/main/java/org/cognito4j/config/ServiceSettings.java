package org.cognito4j.config;

import java.util.List;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;

/**
 * Everything that is configured for a service.
 *
 * @param pools settings of each trusted pool; at least one
 * @param realm the protection space that challenges name (RFC 9110 section 11.5)
 */
public record ServiceSettings(List<VerifierSettings> pools, String realm) {

    /** The realm where none is configured. */
    public static final String DEFAULT_REALM = "cognito";

    /**
     * Takes a copy of the pools.
     *
     * @param pools settings of each trusted pool
     * @param realm the protection space that challenges name
     */
    public ServiceSettings {
        pools = List.copyOf(pools);
    }

    /**
     * Reads and checks all settings.
     *
     * @param configuration where they stand
     * @return settings without a fault
     * @throws InvalidSettings with every fault at once, each with key, place and remedy
     */
    public static ServiceSettings read(Configuration configuration) {
        return new SettingsReader(configuration).read();
    }
}
