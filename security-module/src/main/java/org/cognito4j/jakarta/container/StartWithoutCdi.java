package org.cognito4j.jakarta.container;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.AuthenticatorFinding.Situation;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.audit.MissingSettings;
import org.cognito4j.jakarta.audit.StartAudit;
import org.cognito4j.jakarta.check.ApplicationChecks;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.platform.ApplicationPolicySources;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * What runs from the start to the end of an application without Jakarta Security: how the container gets to the service, and
 * without CDI the service itself.
 */
public final class StartWithoutCdi implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final ServletContext application;
    private final @Nullable CognitoService service;
    private final @Nullable AutoCloseable registration;

    private StartWithoutCdi(
            ServletContext application, @Nullable CognitoService service, AuthenticatorFinding finding) {
        this.application = application;
        this.service = service;
        this.registration = finding.isModule() && hasJakartaAuthentication(application)
                ? AuthModuleRegistration.of(application)
                : null;
    }

    /**
     * Starts the service if the application has settings for it.
     *
     * @throws org.cognito4j.InvalidSettings if the settings are wrong
     */
    public static Optional<StartWithoutCdi> of(ServletContext application) {
        Configuration configuration = WebConfiguration.of(application);
        MissingSettings.refuseMisplaced(configuration, application);
        if (configuration.isEmpty()) {
            MissingSettings.warn(application);
            return Optional.empty();
        }
        if (configuration.isForCallingOnly()) {
            return Optional.empty();
        }
        ServiceSettings settings = ServiceSettingsReader.read(configuration, ApplicationPolicySources.of(application));
        StartAudit.run(settings, application);
        AuthenticatorFinding finding = authenticatorOf(application, settings.requiresAuthentication());
        CognitoService service = new CognitoService(
                settings,
                List.of(),
                ApplicationChecks.find(ApplicationLoader.of(application), settings.tokenCheckTimeout()));
        try {
            service.publishIn(application);
            finding.publishIn(application);
            StartWithoutCdi start = new StartWithoutCdi(application, service, finding);
            service.logStart(finding.headline(application), finding.description());
            return Optional.of(start);
        } catch (RuntimeException | Error e) {
            service.close();
            throw e;
        }
    }

    private static boolean isFor(Configuration configuration) {
        return !configuration.isEmpty() && !configuration.isForCallingOnly();
    }

    /** Returns whether the module protects something of the application, be it by its filters alone. */
    public static boolean isNeededBy(ServletContext application) {
        return FilterScopes.of(application).trustPools() || isFor(WebConfiguration.of(application));
    }

    /** Gets the container to the service of the application's beans, which start and end it. */
    public static StartWithoutCdi ofBeans(ServletContext application, AuthenticatorFinding finding) {
        return new StartWithoutCdi(application, null, finding);
    }

    /** Returns who authenticates the callers of an application that has no Jakarta Security. */
    public static AuthenticatorFinding authenticatorOf(ServletContext application, boolean isRequired) {
        boolean hasAuthentication = hasJakartaAuthentication(application);
        Optional<String> login = DeclaredLogin.of(application)
                .or(() -> hasAuthentication ? AuthModuleRegistration.ofAnother(application) : Optional.empty());
        if (login.isPresent() && FilterScopes.of(application).haveFilters()) {
            return new AuthenticatorFinding(false, false, login.get() + ", and on the paths of CognitoFilter by that");
        }
        if (!hasAuthentication && !ServerKind.isJetty(application) && login.isEmpty()) {
            return new AuthenticatorFinding(
                    false, false, "CognitoFilter alone, as this server has no Jakarta Authentication");
        }
        return AuthenticatorFinding.in(new Situation(
                AuthenticatorFinding.nameOf(application),
                isRequired,
                hasAuthentication ? "cognito4j's ServerAuthModule" : "cognito4j's authenticator for Jetty",
                Set.of(),
                false,
                login));
    }

    /** Asked before any class of Jakarta Authentication is linked. Jetty has an authenticator of ours instead. */
    private static boolean hasJakartaAuthentication(ServletContext application) {
        return !ServerKind.isJetty(application)
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
