package org.cognito4j.jakarta;

import org.cognito4j.AccessToken;

/** The caller where there is no Jakarta Security. */
public record BearerPrincipal(AccessToken accessToken) implements CognitoPrincipal {

    /** What {@code HttpServletRequest.getAuthType()} answers. */
    public static final String AUTH_TYPE = "Bearer";

    private static final boolean JAKARTA_SECURITY = isThereJakartaSecurity();

    /** The principal for the holder of a token, a {@code CallerPrincipal} too where there is Jakarta Security. */
    public static CognitoPrincipal of(AccessToken token) {
        return JAKARTA_SECURITY ? new BearerCallerPrincipal(token) : new BearerPrincipal(token);
    }

    @Override
    public String getName() {
        return CognitoPrincipal.nameOf(accessToken);
    }

    private static boolean isThereJakartaSecurity() {
        try {
            Class.forName("jakarta.security.enterprise.CallerPrincipal", false, BearerPrincipal.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
