package org.cognito4j.jakarta.security;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.audit.MissingSettings;
import org.cognito4j.jakarta.audit.StartAudit;
import org.cognito4j.jakarta.check.ApplicationChecks;
import org.cognito4j.jakarta.container.DeclaredLogin;
import org.cognito4j.jakarta.container.StartWithoutCdi;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.misplaced.AnnotationAudit;
import org.cognito4j.jakarta.misplaced.ApplicationBeans;
import org.cognito4j.jakarta.misplaced.AuditedBeans;
import org.cognito4j.jakarta.monitor.CdiEvents;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.platform.ApplicationPolicySources;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the application's {@link CognitoService} for the beans. It is started when the application is deployed, so that
 * wrong settings stop the deployment, or at the latest by the first request.
 */
@ApplicationScoped
public class ServiceBean implements AuditedBeans {

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable DiscoveredApplication discovered;
    private volatile @Nullable Optional<CognitoService> service;
    private volatile @Nullable Configuration startedWith;

    /** For the container's proxy. */
    ServiceBean() {
        this.discovered = null;
    }

    @Inject
    ServiceBean(DiscoveredApplication discovered) {
        this.discovered = discovered;
    }

    /**
     * The application's service, started if it was not before.
     *
     * @return empty if the application has no use for one: it only calls other services, or has neither our mechanism
     *     nor a setting for our store behind another one, or leaves all settings to its filters
     * @throws org.cognito4j.InvalidSettings if the settings are wrong
     */
    Optional<CognitoService> start(ServletContext application) {
        Optional<CognitoService> known = service;
        if (known != null) {
            return known; // the way of every request but the first: no lock
        }
        lock.lock();
        try {
            if (service == null) {
                startedWith = configuration(application);
                service = isNeeded(application) ? Optional.of(startService(application)) : Optional.empty();
            }
            return service;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts it for an application that is being deployed. Where the module is in the library directory of an EAR, all its
     * applications share the beans, and so what was started for the first of them.
     *
     * @return the application's service; empty if it has no use for one
     * @throws org.cognito4j.InvalidSettings also if this one has other settings: it would let in whom another one trusts
     */
    public Optional<CognitoService> deploy(ServletContext application) {
        Optional<CognitoService> started = start(application);
        if (started.isEmpty() || CognitoService.in(application) != started.get()) {
            requireSameSettings(application);
            started.ifPresent(shared -> {
                shared.shareWith(application);
                authenticatorOf(application, shared.authenticatesForContainer()).publishIn(application);
                noteMechanism(application);
            });
        }
        return started;
    }

    /** Whether the container authenticates by a mechanism of Jakarta Security, and not by the jar alone. */
    public boolean hasJakartaSecurity() {
        return discovered != null && discovered.hasJakartaSecurity();
    }

    private void requireSameSettings(ServletContext application) {
        Set<String> differences = configuration(application).differencesTo(Objects.requireNonNull(startedWith));
        if (!differences.isEmpty()) {
            throw new InvalidSettings(differences.stream()
                    .map(key -> new SettingFault(
                            key,
                            "is not what it is in another application, with which this one shares the module, as in the"
                                    + " library directory of an EAR",
                            "Put the jar into WEB-INF/lib of each, or give all of them the same settings"))
                    .toList());
        }
    }

    @Override
    public boolean isConcerned(ServletContext application) {
        return isNeeded(application) || FilterScopes.of(application).trustPools();
    }

    @Override
    public void auditAnnotations(ServletContext application) {
        AnnotationAudit.run(
                application,
                configuration(application),
                discovered == null ? new ApplicationBeans() : discovered.made());
    }

    private boolean isNeeded(ServletContext application) {
        Configuration configuration = configuration(application);
        if (configuration.isEmpty() && FilterScopes.of(application).trustPools()) {
            return false; // the filters have all settings to themselves
        }
        boolean isAskedFor = discovered != null && (discovered.hasMechanism() || !configuration.isEmpty());
        return isAskedFor && !configuration.isForCallingOnly();
    }

    private CognitoService startService(ServletContext application) {
        Configuration configuration = configuration(application);
        MissingSettings.refuseMisplaced(configuration, application);
        ServiceSettings settings = ServiceSettingsReader.read(configuration, ApplicationPolicySources.of(application));
        if (discovered != null) {
            StartAudit.run(settings, application, discovered.roles(), discovered.hasOtherRoles());
        }
        AuthenticatorFinding finding = authenticatorOf(application, settings.requiresAuthentication());
        CognitoService started = new CognitoService(
                settings,
                observers(),
                ApplicationChecks.find(ApplicationLoader.of(application), settings.tokenCheckTimeout()));
        started.publishIn(application);
        finding.publishIn(application);
        started.logStart(finding.headline(application), finding.description());
        noteMechanism(application);
        return started;
    }

    private AuthenticatorFinding authenticatorOf(ServletContext application, boolean isRequired) {
        return discovered != null && discovered.hasJakartaSecurity()
                ? discovered.authenticatorOf(
                        AuthenticatorFinding.nameOf(application), DeclaredLogin.of(application), isRequired)
                : StartWithoutCdi.authenticatorOf(application, isRequired);
    }

    private void noteMechanism(ServletContext application) {
        if (discovered != null && discovered.hasMechanism()) {
            MechanismPresence.noteIn(application);
        }
    }

    private List<SecurityObserver> observers() {
        return discovered == null
                ? List.of()
                : discovered.beans().map(CdiEvents::new).stream()
                        .<SecurityObserver>map(events -> events)
                        .toList();
    }

    CognitoService service() {
        return started()
                .orElseThrow(() ->
                        new IllegalStateException("the application has not been started, or has no settings for this"));
    }

    /** Returns the application's beans; empty before they are validated. */
    Optional<BeanManager> beans() {
        return discovered == null ? Optional.empty() : discovered.beans();
    }

    /** Returns whether the application has an {@code IdentityStoreHandler} of its own in place of the server's. */
    boolean hasOwnStoreHandler() {
        return discovered != null && discovered.hasOwnStoreHandler();
    }

    /** The service, unless the application has none or is not that far yet. */
    Optional<CognitoService> started() {
        Optional<CognitoService> known = service;
        return known == null ? Optional.empty() : known;
    }

    /** What decides comes first: the environment, then the application's own defaults. */
    private Configuration configuration(ServletContext application) {
        Configuration configuration = WebConfiguration.of(application);
        return discovered == null
                ? configuration
                : discovered.definition().map(configuration::withDefaults).orElse(configuration);
    }

    @PreDestroy
    void close() {
        Optional<CognitoService> started = service;
        if (started != null) {
            started.ifPresent(CognitoService::close);
        }
    }
}
