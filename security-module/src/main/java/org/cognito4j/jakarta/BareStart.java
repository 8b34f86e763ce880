package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * What runs from the start to the end of an application without Jakarta Security: how the container gets to the service, and
 * without CDI the service itself.
 */
final class BareStart implements AutoCloseable {

    private static final Logger LOG = System.getLogger("org.cognito4j");

    private final ServletContext application;
    private final @Nullable CognitoService service;
    private final @Nullable AutoCloseable registration;

    private BareStart(ServletContext application, @Nullable CognitoService service) {
        this.application = application;
        this.service = service;
        this.registration = hasJakartaAuthentication(application) ? ModuleRegistration.of(application) : null;
    }

    /**
     * Starts the service if the application has settings for it.
     *
     * @throws org.cognito4j.InvalidSettings if the settings are wrong
     */
    static Optional<BareStart> of(ServletContext application) {
        Configuration configuration = WebConfiguration.of(application);
        if (!isFor(configuration)) {
            return Optional.empty();
        }
        ServiceSettings settings = ServiceSettings.read(configuration);
        StartAudit.run(settings, application);
        CognitoService service = new CognitoService(settings);
        try {
            service.publishIn(application);
            return Optional.of(new BareStart(application, service));
        } catch (RuntimeException | Error e) {
            service.close();
            throw e;
        }
    }

    private static boolean isFor(Configuration configuration) {
        return !configuration.isEmpty() && !configuration.isForCallingOnly();
    }

    /** Returns whether the module protects something of the application, be it by its filters alone. */
    static boolean isNeededBy(ServletContext application) {
        return FilterScopes.of(application).trustPools() || isFor(WebConfiguration.of(application));
    }

    /** Gets the container to the service of the application's beans, which start and end it. */
    static BareStart ofBeans(ServletContext application) {
        return new BareStart(application, null);
    }

    /** Asked before any class of Jakarta Authentication is linked. Jetty has an authenticator of ours instead. */
    private static boolean hasJakartaAuthentication(ServletContext application) {
        return !ServletServer.isJetty(application)
                && ClassPresence.of("jakarta.security.auth.message.config.AuthConfigFactory");
    }

    @Override
    public void close() {
        try {
            if (registration != null) {
                registration.close();
            }
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The server did not forget the authentication module", e);
        } finally {
            if (service != null) {
                CognitoService.withdrawFrom(application);
                service.close();
            }
        }
    }
}
