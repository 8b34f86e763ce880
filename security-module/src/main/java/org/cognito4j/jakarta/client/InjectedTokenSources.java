package org.cognito4j.jakarta.client;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cognito4j.client.ClientSettings;
import org.cognito4j.client.CognitoClient;
import org.cognito4j.client.TokenSource;
import org.cognito4j.config.ClientsSettingsReader;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationPlaces;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One source of tokens for each configured app client that is injected somewhere. Wrong settings, and clients that are
 * injected but not configured, end the deployment.
 */
@ApplicationScoped
class InjectedTokenSources {

    private final Set<String> names;
    private final Map<String, TokenSource> sources = new ConcurrentHashMap<>();
    private volatile Map<String, ClientSettings> clients = Map.of();

    /** For the container's proxy. */
    InjectedTokenSources() {
        this.names = Set.of();
    }

    @Inject
    InjectedTokenSources(InjectedClients clients) {
        this.names = clients.names();
    }

    /** Comes before the application's own observers, which may want tokens. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object application) {
        if (!names.isEmpty()) {
            clients = ClientsSettingsReader.read(configuration(application), names)
                    .clients();
        }
    }

    @Produces
    @CognitoClient
    TokenSource tokens(InjectionPoint point) {
        return source(InjectedClients.name(point));
    }

    private TokenSource source(String name) {
        return sources.computeIfAbsent(name, key -> TokenSource.of(settings(key)));
    }

    private ClientSettings settings(String name) {
        ClientSettings settings = clients.get(name);
        if (settings == null) {
            throw new IllegalStateException("the application has not been started yet");
        }
        return settings;
    }

    /** In a web application the event is its context, whose parameters are settings too. */
    private static Configuration configuration(@Nullable Object application) {
        try {
            if (application instanceof ServletContext web) {
                return WebConfiguration.of(web);
            }
        } catch (NoClassDefFoundError e) {
            // There are no servlets here, so this is no web application.
        }
        return ConfigurationPlaces.in(Thread.currentThread().getContextClassLoader());
    }

    @PreDestroy
    void close() {
        sources.values().forEach(TokenSource::close);
    }
}
