package org.cognito4j.jakarta;

import java.security.Principal;
import org.cognito4j.AccessToken;
import org.cognito4j.CallerKind;

/**
 * The caller who presented an acceptable access token, as {@code getUserPrincipal()} and {@code
 * SecurityContext.getPrincipalsByType(CognitoPrincipal.class)} give it. Immutable and thread-safe.
 *
 * <p>Where there is Jakarta Security it also is a {@code jakarta.security.enterprise.CallerPrincipal}.
 */
public interface CognitoPrincipal extends Principal {

    /**
     * The name of the caller.
     *
     * @return the app client's id for a machine, the user name for a person
     */
    @Override
    String getName();

    /**
     * The token that the caller presented.
     *
     * @return the verified token
     */
    AccessToken accessToken();

    /**
     * How people call the caller, for logs and pages. Decisions go by {@link #getName()} and roles.
     *
     * @return the display name that is set for the app client, if there is one; otherwise {@link #getName()}
     */
    default String displayName() {
        return accessToken().callerKind() == CallerKind.USER
                ? getName()
                : accessToken().clientName().orElseGet(this::getName);
    }

    /**
     * The name by which a token's holder is known to the container.
     *
     * @param token a verified token
     * @return the app client's id for a machine, the user name for a person
     */
    static String nameOf(AccessToken token) {
        return token.username().orElseGet(token::clientId);
    }
}
