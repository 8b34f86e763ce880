package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Makes the mechanism instead of being one. */
@ApplicationScoped
public class ProducedMechanism {

    /** Makes it. */
    @Produces
    @ApplicationScoped
    public HttpAuthenticationMechanism mechanism() {
        return new Made();
    }

    /** Is no bean. */
    public static class Made extends HeaderLogin {}
}
