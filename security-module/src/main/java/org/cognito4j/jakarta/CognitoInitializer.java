package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
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
        JarPlace.require(application.getClassLoader());
        ConstraintReader constraints = new ConstraintReader(application);
        constraints.noteServlets();
        FilterScopes filters = new FilterScopes();
        filters.note(application);
        ApplicationRules rules = new ApplicationRules(application, classes == null ? Set.of() : classes);
        rules.note();
        rules.addDirectories();
        application.addListener(new CognitoStart(constraints, filters, rules));
        if (!ServletServer.isJetty(application)) {
            GuardFilter.addTo(application);
            application.addListener(new RequestEnd());
        }
        EnumSet<DispatcherType> types = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC);
        FirstInChain.add(application, new AccessRefusedFilter(), types);
        FirstInChain.add(application, new ResourceMetadataFilter(), types);
        RequiredTokenFilter.addTo(application, OpenResourceReport::publish);
        OverlookedConstraintFilter.addTo(application);
        HandshakeFilter.addTo(application);
        ErrorPageFilter.addTo(application);
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
