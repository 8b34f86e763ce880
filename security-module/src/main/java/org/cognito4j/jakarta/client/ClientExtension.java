package org.cognito4j.jakarta.client;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cognito4j.client.TokenSource;
import org.cognito4j.jakarta.security.CognitoExtension;

/**
 * Makes the sources of tokens injectable that are configured under {@code cognito.client}. Used by the container alone.
 *
 * <p>Apart from {@link CognitoExtension}, since an application can make calls without being protected.
 */
public class ClientExtension implements Extension, InjectedClients {

    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** Called by the container. */
    public ClientExtension() {}

    void addBeans(@Observes AfterTypeDiscovery types) {
        types.addAnnotatedType(InjectedTokenSources.class, InjectedTokenSources.class.getName());
    }

    void findClient(@Observes ProcessInjectionPoint<?, TokenSource> injection) {
        if (InjectedClients.qualifier(injection.getInjectionPoint()).isPresent()) {
            names.add(InjectedClients.name(injection.getInjectionPoint()));
        }
    }

    /** {@inheritDoc} */
    @Override
    public Set<String> names() {
        return Set.copyOf(names);
    }
}
