package org.cognito4j.jakarta.filter;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.PolicySources;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.AskedScopes;
import org.cognito4j.jakarta.audit.StartAudit;
import org.cognito4j.jakarta.check.ApplicationChecks;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.monitor.ApplicationEvents;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.platform.ApplicationPolicySources;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.net.QuietLog;

/**
 * The services behind the filters of one application: the application's own for those that change no setting, and one
 * for each set of changes. What was started for filters ends with the last of them.
 */
public final class FilterServices {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = FilterServices.class.getName();

    private final ReentrantLock lock = new ReentrantLock();
    private final ServletContext application;
    private final RoleLinks roleLinks;

    /** By what they change. The application's own is not among them if somebody else started it. */
    private final Map<Map<String, String>, Started> started = new HashMap<>();

    /** The same services, for those who come by with every request. */
    private volatile List<CognitoService> running = List.of();

    private FilterServices(ServletContext application) {
        this.application = application;
        this.roleLinks = RoleLinks.of(application);
    }

    /** Filters of an application are started one after the other. */
    static FilterServices in(ServletContext application) {
        if (application.getAttribute(ATTRIBUTE) instanceof FilterServices present) {
            return present;
        }
        FilterServices services = new FilterServices(application);
        application.setAttribute(ATTRIBUTE, services);
        AskedScopes.findLaterIn(application); // where no initializer of the module is run, nothing else does
        return services;
    }

    /** Those that run for the filters of an application; none if it has no filter of ours. */
    public static List<CognitoService> runningIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof FilterServices services ? services.running : List.of();
    }

    /**
     * The service for a filter.
     *
     * @param parameters settings among the filter's parameters
     * @param place what to call it when one of them is wrong
     * @param filter the name of the filter
     * @throws org.cognito4j.InvalidSettings if the settings are wrong
     */
    CognitoService acquire(Map<String, String> parameters, String place, String filter) {
        Configuration configuration =
                WebConfiguration.of(application, List.of(ConfigurationSource.ofPart(place, parameters)));
        warnOfOutvoted(parameters, configuration, place);
        Map<String, String> changes = changes(parameters, configuration);
        lock.lock();
        try {
            CognitoService own = changes.isEmpty() ? CognitoService.in(application) : null;
            Started known = started.get(changes);
            if (own != null && (known == null || known.service != own)) {
                return own;
            }
            if (known == null) {
                known = new Started(service(
                        audited(ServiceSettingsReader.read(configuration, ApplicationPolicySources.of(application)))));
                started.put(changes, known);
                known.service.logStart(
                        "cognito4j protects the paths of CognitoFilter in this application: "
                                + AuthenticatorFinding.nameOf(application),
                        "CognitoFilter, as " + place + " configures it");
                noteRunning();
                if (changes.isEmpty()) {
                    known.service.publishIn(application);
                } else {
                    known.service.publishFiguresOf(filter, application);
                }
            }
            known.users++;
            return known.service;
        } finally {
            lock.unlock();
        }
    }

    private CognitoService service(ServiceSettings settings) {
        return new CognitoService(
                settings,
                ApplicationEvents.observers(),
                ApplicationChecks.find(ApplicationLoader.of(application), settings.tokenCheckTimeout()));
    }

    /** The application's own settings are audited where they are read, so this is for an application that has none. */
    private ServiceSettings audited(ServiceSettings settings) {
        if (started.isEmpty() && CognitoService.in(application) == null) {
            StartAudit.run(settings, application);
        }
        return settings;
    }

    /**
     * Returns the settings that a filter's parameters change, without those that repeat the application's or are outvoted. A repeated one
     * counts where the application's own setting may be replaced while it runs: the filter's stays.
     */
    private Map<String, String> changes(Map<String, String> parameters, Configuration configuration) {
        Map<String, String> changes = new HashMap<>();
        if (!parameters.isEmpty()) {
            Configuration without = WebConfiguration.of(application);
            PolicySources sources = ApplicationPolicySources.of(application);
            for (String key : parameters.keySet()) {
                if (!configuration.text(key).equals(without.text(key)) || configuration.isReplaceable(key, sources)) {
                    changes.put(key, parameters.get(key));
                }
            }
        }
        return changes;
    }

    /** Callers may get in then whom the filter does not mean, so that must not go unnoticed. */
    private static void warnOfOutvoted(Map<String, String> parameters, Configuration configuration, String place) {
        parameters.forEach((key, text) -> {
            if (!configuration.text(key).equals(Optional.of(text.trim()).filter(own -> !own.isEmpty()))) {
                LOG.log(
                        Level.WARNING,
                        "{0} as {1} has no effect: a system property or environment variable comes first",
                        key,
                        place);
            }
        });
    }

    RoleLinks roleLinks() {
        return roleLinks;
    }

    void release(CognitoService service) {
        lock.lock();
        try {
            started.values().removeIf(one -> one.service == service && one.isLeft());
            noteRunning();
        } finally {
            lock.unlock();
        }
    }

    private void noteRunning() {
        running = started.values().stream().map(one -> one.service).toList();
    }

    /** A service and the number of filters that use it. */
    private final class Started {

        private final CognitoService service;
        private int users;

        Started(CognitoService service) {
            this.service = service;
        }

        boolean isLeft() {
            if (--users > 0) {
                return false;
            }
            if (CognitoService.in(application) == service) {
                CognitoService.withdrawFrom(application);
            }
            service.close();
            return true;
        }
    }
}
