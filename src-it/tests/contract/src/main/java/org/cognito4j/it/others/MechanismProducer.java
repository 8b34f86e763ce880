package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Makes a mechanism that no bean class stands for. */
@ApplicationScoped
public class MechanismProducer {

    @Produces
    @ApplicationScoped
    HttpAuthenticationMechanism mechanism() {
        return new HeaderMechanism();
    }
}
