package org.cognito4j.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;

/**
 * Everything that is configured for a service.
 *
 * @param pools settings of each trusted pool; at least one
 * @param realm the protection space that challenges name (RFC 9110 section 11.5)
 * @param paths URL patterns of the requests that are looked at where the container authenticates: <code>/*</code>, prefixes
 *     like <code>/api/*</code>, and exact paths; at least one
 * @param requireToken URL patterns under which every request needs an acceptable token, whatever else is asked there;
 *     none by default
 * @param corsOrigins the origins whose scripts may read answers (CORS), <code>*</code> for all; none by default
 * @param identityStorePriority the place of our identity store among others, of which the lowest is asked first
 * @param resourceUrl the address of the API for its callers, by which they find its metadata (RFC 9728); empty if there is
 *     to be no metadata
 * @param resourceName how people call the API
 * @param audit what becomes of roles that nobody can get, or that lead nowhere
 * @param requiresAuthentication whether the container has to ask this module about callers; otherwise another mechanism
 *     authenticates them, and the module works in its filters and its identity store alone
 * @param storeGroupsAsRoles whether the groups that other identity stores give a caller are roles too
 * @param deniesUnannotated whether JAX-RS resource methods without a security annotation refuse all callers
 */
public record ServiceSettings(
        List<VerifierSettings> pools,
        String realm,
        List<String> paths,
        List<String> requireToken,
        List<String> corsOrigins,
        int identityStorePriority,
        Optional<URI> resourceUrl,
        Optional<String> resourceName,
        AuditMode audit,
        boolean requiresAuthentication,
        boolean storeGroupsAsRoles,
        boolean deniesUnannotated) {

    /** The realm where none is configured. */
    public static final String DEFAULT_REALM = "cognito";

    /** The paths where none are configured: all. */
    public static final List<String> DEFAULT_PATHS = List.of("/*");

    /** The priority where none is configured: the one that Jakarta Security has for identity stores. */
    public static final int DEFAULT_IDENTITY_STORE_PRIORITY = 100;

    /**
     * Takes copies of the lists.
     *
     * @param pools settings of each trusted pool
     * @param realm the protection space that challenges name
     * @param paths URL patterns of the requests that are looked at
     * @param requireToken URL patterns under which every request needs a token
     * @param corsOrigins the origins whose scripts may read answers
     * @param identityStorePriority the place of our identity store among others
     * @param resourceUrl the address of the API for its callers
     * @param resourceName how people call the API
     * @param audit what becomes of what the audit finds
     * @param requiresAuthentication whether the container has to ask this module about callers
     * @param storeGroupsAsRoles whether the groups of other identity stores are roles too
     * @param deniesUnannotated whether resource methods without a security annotation refuse all callers
     */
    public ServiceSettings {
        pools = List.copyOf(pools);
        paths = List.copyOf(paths);
        requireToken = List.copyOf(requireToken);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /**
     * Reads and checks all settings.
     *
     * @param configuration where they stand
     * @return settings without a fault
     * @throws InvalidSettings with every fault at once, each with key, place and remedy
     */
    public static ServiceSettings read(Configuration configuration) {
        return new ServiceSettingsReader(configuration).read();
    }
}
