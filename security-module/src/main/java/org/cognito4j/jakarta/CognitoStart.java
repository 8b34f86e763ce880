package org.cognito4j.jakarta;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;

/**
 * Starts the module with an application, and ends it where no CDI container does. Wrong settings end the deployment
 * here, before anyone can call.
 */
final class CognitoStart implements ServletContextListener {

    private final ConstraintReader constraints;
    private final FilterScopes filters;
    private final ApplicationRules rules;
    private Optional<BareStart> started = Optional.empty();

    CognitoStart(ConstraintReader constraints, FilterScopes filters, ApplicationRules rules) {
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
        if (hasBeans ? Beans.areNeededBy(application) : BareStart.isNeededBy(application)) {
            AnnotationAudit.runIn(application);
        }
        started = hasBeans ? Beans.start(application) : BareStart.of(application);
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
        started.ifPresent(BareStart::close);
        started = Optional.empty();
        RecordMethods.forgetApplication();
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
        static Optional<BareStart> start(ServletContext application) {
            ServiceHolder beans = holder().orElseThrow();
            return beans.deploy(application)
                    .filter(service -> !beans.hasJakartaSecurity())
                    .map(service -> BareStart.ofBeans(application, AuthenticatorFinding.of(application)));
        }

        private static Optional<ServiceHolder> holder() {
            try {
                Instance<ServiceHolder> holder = CDI.current().select(ServiceHolder.class);
                return holder.isResolvable() ? Optional.of(holder.get()) : Optional.empty();
            } catch (NoClassDefFoundError | IllegalStateException e) {
                return Optional.empty();
            }
        }
    }
}
