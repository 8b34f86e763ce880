package org.cognito4j.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cognito4j.VerifierSettings;
import org.cognito4j.setting.SettingValues;

/** Everything that is configured for a service. Immutable and thread-safe. */
public final class ServiceSettings {

    private final List<VerifierSettings> pools;
    private final SettingValues values;
    private final Optional<ChangingPolicy> changingPolicy;

    /**
     * Settings without a fault.
     *
     * @param pools settings of each trusted pool; at least one
     * @param values what the application has once; defaults stand for what is not set
     */
    public ServiceSettings(List<VerifierSettings> pools, SettingValues values) {
        this(pools, values, Optional.empty());
    }

    ServiceSettings(List<VerifierSettings> pools, SettingValues values, Optional<ChangingPolicy> changingPolicy) {
        this.pools = List.copyOf(pools);
        this.values = values;
        this.changingPolicy = changingPolicy;
    }

    /**
     * Returns the policy that may change while the application runs. The settings of pools here are with what it was at the start.
     *
     * @return empty if it changes with a restart alone
     */
    public Optional<ChangingPolicy> changingPolicy() {
        return changingPolicy;
    }

    /**
     * Returns the settings of each trusted pool.
     *
     * @return at least one
     */
    public List<VerifierSettings> pools() {
        return pools;
    }

    /**
     * Returns the protection space that challenges name (RFC 9110 section 11.5).
     *
     * @return printable ASCII without quotes
     */
    public String realm() {
        return values.get(DeclaredApplicationSettings.REALM);
    }

    /**
     * Returns the URL patterns of the requests that are looked at where the container authenticates.
     *
     * @return <code>/*</code>, prefixes like <code>/api/*</code>, and exact paths; at least one
     */
    public List<String> paths() {
        return values.get(DeclaredApplicationSettings.PATHS);
    }

    /**
     * Returns the URL patterns under which every request needs an acceptable token, whatever else is asked there.
     *
     * @return none by default
     */
    public List<String> requireToken() {
        return values.get(DeclaredApplicationSettings.REQUIRE_TOKEN);
    }

    /**
     * Returns the origins whose scripts may read answers (CORS).
     *
     * @return <code>*</code> for all; none by default
     */
    public List<String> corsOrigins() {
        return values.get(DeclaredApplicationSettings.CORS_ORIGINS);
    }

    /**
     * Returns the place of our identity store among others.
     *
     * @return a number; the store with the lowest one is asked first
     */
    public int identityStorePriority() {
        return values.get(DeclaredApplicationSettings.PRIORITY);
    }

    /**
     * Returns the place of our identity store where no settings are known.
     *
     * @return the default
     */
    public static int defaultIdentityStorePriority() {
        return SettingValues.NONE.get(DeclaredApplicationSettings.PRIORITY);
    }

    /**
     * Returns the address of the API for its callers, or those of its parts, by which they find its metadata (RFC 9728).
     *
     * @return empty if there is to be no metadata
     */
    public List<URI> resourceUrls() {
        return values.get(DeclaredApplicationSettings.RESOURCE_URL);
    }

    /**
     * Returns the page about the API for developers.
     *
     * @return empty if none is set
     */
    public Optional<URI> resourceDocumentation() {
        return values.find(DeclaredApplicationSettings.RESOURCE_DOCUMENTATION);
    }

    /**
     * Returns the scopes that the metadata names besides those that the application asks for.
     *
     * @return as they are set: whole, or without the identifier of the resource server
     */
    public List<String> scopesSupported() {
        return values.get(DeclaredApplicationSettings.SCOPES_SUPPORTED);
    }

    /**
     * Returns how people call the API.
     *
     * @return empty if no name is set
     */
    public Optional<String> resourceName() {
        return values.find(DeclaredApplicationSettings.RESOURCE_NAME);
    }

    /**
     * Returns what becomes of roles that nobody can get, or that lead nowhere.
     *
     * @return a warning by default
     */
    public AuditMode audit() {
        return values.get(DeclaredApplicationSettings.AUDIT);
    }

    /**
     * Returns which decisions the audit log has.
     *
     * @return none by default
     */
    public AuditLogMode auditLog() {
        return values.get(DeclaredApplicationSettings.AUDIT_LOG);
    }

    /**
     * Returns the header in which a proxy names the address of its caller.
     *
     * @return empty if the address of the connection is the caller's
     */
    public Optional<String> clientAddressHeader() {
        return values.find(DeclaredApplicationSettings.CLIENT_ADDRESS_HEADER);
    }

    /**
     * Returns whether logs and events have the path as the caller sent it.
     *
     * @return false by default
     */
    public boolean logsPaths() {
        return values.get(DeclaredApplicationSettings.LOG_PATHS);
    }

    /**
     * Returns the file that keeps the scopes which each app client's calls needed.
     *
     * @return empty if nothing is counted
     */
    public Optional<Path> usageFile() {
        return values.find(DeclaredApplicationSettings.USAGE_FILE);
    }

    /**
     * Returns whether the container has to ask this module about callers. Otherwise another mechanism authenticates them, and
     * the module works in its filters and its identity store alone.
     *
     * @return true by default
     */
    public boolean requiresAuthentication() {
        return values.get(DeclaredApplicationSettings.AUTHENTICATION);
    }

    /**
     * Returns whether the groups that other identity stores give a caller are roles too.
     *
     * @return false by default
     */
    public boolean storeGroupsAsRoles() {
        return values.get(DeclaredApplicationSettings.STORE_GROUPS);
    }

    /**
     * Returns whether JAX-RS resource methods without a security annotation refuse all callers.
     *
     * @return false by default
     */
    public boolean deniesUnannotated() {
        return values.get(DeclaredApplicationSettings.UNANNOTATED);
    }

    /**
     * Returns how long all checks of the application have for the token of one request.
     *
     * @return two seconds by default
     */
    public Duration tokenCheckTimeout() {
        return values.get(DeclaredApplicationSettings.TOKEN_CHECK_TIMEOUT);
    }

    /** The values by their settings. */
    SettingValues values() {
        return values;
    }
}
