package org.cognito4j.jakarta.client;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.client.CognitoClient;

/** The configured clients whose token sources an application injects somewhere. */
interface InjectedClients {

    /** Returns their names. */
    Set<String> names();

    /** Returns the name of the client that an injection point names; the empty one if it names none. */
    static String name(InjectionPoint point) {
        return qualifier(point).map(CognitoClient::value).orElse("");
    }

    /** Returns the qualifier of an injection point. */
    static Optional<CognitoClient> qualifier(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(CognitoClient.class::isInstance)
                .map(CognitoClient.class::cast)
                .findFirst();
    }
}
