package org.cognito4j.server.jetty;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import org.cognito4j.jakarta.platform.ClassPresence;

/** The handler of Jakarta Security 4.0, in a class of its own as 3.0 has none. */
final class HandlerValidation {

    private HandlerValidation() {}

    static boolean isKnown() {
        return ClassPresence.of(
                "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler");
    }

    static MechanismValidation in(CDI<Object> cdi) {
        return cdi.select(HttpAuthenticationMechanismHandler.class).get()::validateRequest;
    }
}
