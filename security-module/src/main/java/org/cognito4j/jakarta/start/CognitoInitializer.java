package org.cognito4j.jakarta.start;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import org.cognito4j.jakarta.access.AccessRefusedFilter;
import org.cognito4j.jakarta.audit.FilterScopes;
import org.cognito4j.jakarta.audit.OpenResourceReport;
import org.cognito4j.jakarta.constraint.ConstraintReader;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.cognito4j.jakarta.filter.ErrorPageFilter;
import org.cognito4j.jakarta.filter.HandshakeFilter;
import org.cognito4j.jakarta.filter.WelcomePageFilter;
import org.cognito4j.jakarta.guard.AfterAuthenticationFilter;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.cognito4j.jakarta.guard.OverlookedConstraintFilter;
import org.cognito4j.jakarta.guard.RequestEnd;
import org.cognito4j.jakarta.guard.RequiredTokenFilter;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.cognito4j.jakarta.platform.JakartaEdition;
import org.cognito4j.jakarta.platform.JarPlace;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.platform.WebConfiguration;
import org.cognito4j.jakarta.rest.RestEasyProviders;
import org.cognito4j.jakarta.rest.UncheckedResourceFilter;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/** Makes the module start with the application. Used by the servlet container alone. */
@HandlesTypes(CognitoFilter.class)
public final class CognitoInitializer implements ServletContainerInitializer {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    /** Called by the servlet container. */
    public CognitoInitializer() {}

    /**
     * Adds what starts the module once everything that the application is made of is known, and what guards it: the
     * first filter of the application, except on Jetty, where the authenticator has the last word anyway.
     *
     * @param classes the filters of the application that extend {@link CognitoFilter}
     * @param application the application
     * @throws ServletException if the server's Jakarta EE is older than 10
     * @throws org.cognito4j.InvalidSettings if this jar lies where it would protect half of the application
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) throws ServletException {
        JakartaEdition.requireTenIn(application);
        JarPlace.require(ApplicationLoader.of(application));
        ConstraintReader constraints = new ConstraintReader(application);
        constraints.noteServlets();
        FilterScopes filters = new FilterScopes();
        filters.note(application);
        ApplicationRules rules = new ApplicationRules(application, classes == null ? Set.of() : classes);
        rules.note();
        rules.addDirectories();
        application.addListener(new StartListener(constraints, filters, rules));
        if (!ServerKind.isJetty(application)) {
            AfterAuthenticationFilter.addTo(application);
            application.addListener(new RequestEnd());
        }
        EnumSet<DispatcherType> types = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC);
        FirstInChain.add(application, new AccessRefusedFilter(), types);
        FirstInChain.add(application, new ResourceMetadataFilter(), types);
        RequiredTokenFilter.addTo(application, OpenResourceReport::publish);
        OverlookedConstraintFilter.addTo(application);
        HandshakeFilter.addTo(application);
        ErrorPageFilter.addTo(application);
        WelcomePageFilter.addTo(application);
        UncheckedResourceFilter.addTo(application);
        new RestEasyProviders(application).add();
        declareRoles(application);
    }

    /** GlassFish and Payara know no role that the application has not declared (eclipse-ee4j/glassfish issue 25383). */
    private static void declareRoles(ServletContext application) {
        try {
            Set<String> roles = WebConfiguration.of(application).roles();
            if (!roles.isEmpty()) {
                application.declareRoles(roles.toArray(String[]::new));
            }
        } catch (RuntimeException | LinkageError e) {
            // Whatever is wrong with the settings is told when they are read for good.
            LOG.log(Level.DEBUG, "No roles declared: {0}", e.getClass().getName());
        }
    }
}
