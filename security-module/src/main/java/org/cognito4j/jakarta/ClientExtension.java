package org.cognito4j.jakarta;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cognito4j.client.CognitoClient;
import org.cognito4j.client.TokenSource;

/**
 * Makes the sources of tokens injectable that are configured under {@code cognito.client}. Used by the container alone.
 *
 * <p>Apart from {@link CognitoExtension}, since an application can make calls without being protected.
 */
public class ClientExtension implements Extension {

    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** Called by the container. */
    public ClientExtension() {}

    void addBeans(@Observes AfterTypeDiscovery types) {
        types.addAnnotatedType(TokenSources.class, TokenSources.class.getName());
    }

    void findClient(@Observes ProcessInjectionPoint<?, TokenSource> injection) {
        if (qualifier(injection.getInjectionPoint()).isPresent()) {
            names.add(name(injection.getInjectionPoint()));
        }
    }

    /** The clients that are injected somewhere. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    /** The name of the client that is wanted at an injection point. */
    static String name(InjectionPoint point) {
        return qualifier(point).map(CognitoClient::value).orElse("");
    }

    private static Optional<CognitoClient> qualifier(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(CognitoClient.class::isInstance)
                .map(CognitoClient.class::cast)
                .findFirst();
    }
}
