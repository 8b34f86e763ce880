package org.cognito4j.jakarta.start;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.container.StartWithoutCdi;
import org.cognito4j.jakarta.misplaced.AnnotationAudit;
import org.cognito4j.jakarta.misplaced.MisplacedScopes;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.RecordMethodCaches;
import org.cognito4j.jakarta.rest.RestEasyProviders;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.cognito4j.jakarta.security.ServiceBean;

/**
 * Starts the module with an application, and ends it where no CDI container does. Wrong settings end the deployment
 * here, before anyone can call.
 */
final class StartListener implements ServletContextListener {

    private final ConstraintReader constraints;
    private final FilterScopes filters;
    private final ApplicationRules rules;
    private Optional<StartWithoutCdi> started = Optional.empty();

    StartListener(ConstraintReader constraints, FilterScopes filters, ApplicationRules rules) {
        this.constraints = constraints;
        this.filters = filters;
        this.rules = rules;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        constraints.noteServlets();
        MisplacedScopes.refuseOn(constraints.servletClasses());
        constraints.read().publishIn(application);
        filters.note(application);
        filters.publishIn(application);
        rules.note();
        rules.requireFilters();
        boolean hasBeans = hasBeans();
        if (hasBeans ? Beans.areNeededBy(application) : StartWithoutCdi.isNeededBy(application)) {
            AnnotationAudit.runIn(application);
        }
        started = hasBeans ? Beans.start(application) : StartWithoutCdi.of(application);
        try {
            rules.requireConstraints();
            if (CognitoService.in(application) != null) {
                new RestEasyProviders(application).requireEnabled();
            }
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    /** Returns whether the module protects something of the application, as far as CDI knows. */
    static boolean isNeededByBeans(ServletContext application) {
        return hasBeans() && Beans.areNeededBy(application);
    }

    private static boolean hasBeans() {
        return ClassPresence.of("jakarta.enterprise.inject.spi.CDI") && Beans.areThere();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        end();
    }

    void end() {
        started.ifPresent(StartWithoutCdi::close);
        started = Optional.empty();
        RecordMethodCaches.forgetApplication();
    }

    /** Apart, so that nothing of CDI is linked where it is not on the class path. */
    private static final class Beans {

        private Beans() {}

        /** Whether there is a CDI container, and it knows ours. */
        static boolean areThere() {
            return holder().isPresent();
        }

        static boolean areNeededBy(ServletContext application) {
            return holder().orElseThrow().isConcerned(application);
        }

        /** Starts the module as beans. Without Jakarta Security the container asks the module as it does without CDI. */
        static Optional<StartWithoutCdi> start(ServletContext application) {
            ServiceBean beans = holder().orElseThrow();
            return beans.deploy(application)
                    .filter(service -> !beans.hasJakartaSecurity())
                    .map(service -> StartWithoutCdi.ofBeans(application, AuthenticatorFinding.of(application)));
        }

        private static Optional<ServiceBean> holder() {
            try {
                Instance<ServiceBean> holder = CDI.current().select(ServiceBean.class);
                return holder.isResolvable() ? Optional.of(holder.get()) : Optional.empty();
            } catch (NoClassDefFoundError | IllegalStateException e) {
                return Optional.empty();
            }
        }
    }
}
