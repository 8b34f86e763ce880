package org.cognito4j.jakarta.security;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.audit.NamedRoles;
import org.cognito4j.jakarta.misplaced.ApplicationBeans;

/** What CDI has discovered of an application. */
interface DiscoveredApplication {

    /** Returns whether a mechanism can be asked in the application. */
    boolean hasJakartaSecurity();

    /** Returns whether the application is protected by the module's mechanism. */
    boolean hasMechanism();

    /** Returns whether there are mechanisms or identity stores besides the module's, which may give roles of their own. */
    boolean hasOtherRoles();

    /** Returns whether the application has an {@code IdentityStoreHandler} of its own in place of the server's. */
    boolean hasOwnStoreHandler();

    /** Returns the settings of the application's {@link CognitoAuthenticationMechanismDefinition}. */
    Optional<ConfigurationSource> definition();

    /** Returns the application's beans; empty before they are validated. */
    Optional<BeanManager> beans();

    /** Returns the types that CDI makes beans of. */
    ApplicationBeans made();

    /** Returns the roles and scopes that annotations require. */
    NamedRoles roles();

    /**
     * Finds out who authenticates the callers of the application.
     *
     * @param name the application by its name
     * @param login another authentication that it declares outside CDI
     * @param isRequired whether the settings require the module
     * @throws org.cognito4j.InvalidSettings if they do, and the container would not ask it
     */
    AuthenticatorFinding authenticatorOf(String name, Optional<String> login, boolean isRequired);
}
