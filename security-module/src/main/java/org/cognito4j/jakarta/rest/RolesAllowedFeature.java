package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.rules.LeftOutJar;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@code @RolesAllowed}, {@code @DenyAll} and {@code @PermitAll} on JAX-RS resources, sub-resource locators
 * included: several servers ignore them there. And {@link RequiresScope}, as resources need not be CDI beans. An
 * annotation on the method comes before one on its class, and what neither has is taken from what they inherit from.
 * Found by the JAX-RS implementation.
 */
@Provider
public final class RolesAllowedFeature implements DynamicFeature {

    /**
     * Of all checks here: just before those that servers bring along, as GlassFish and Payara do. Their refusals name no
     * scope, and what has the same priority comes in any order.
     */
    static final int PRIORITY = Priorities.AUTHORIZATION - 1;

    @Context
    private @Nullable ServletContext application;

    private @Nullable ResourceLocators locators;

    /** Called by the JAX-RS implementation. */
    public RolesAllowedFeature() {}

    /**
     * Puts a check in front of a resource method that is annotated.
     *
     * @param resource the method
     * @param configuration takes the check
     */
    @Override
    public void configure(ResourceInfo resource, FeatureContext configuration) {
        CheckedApplications.add(application, resource.getResourceClass(), configuration.getClass());
        LeftOutJar.warnIn(application);
        Method method = resource.getResourceMethod();
        ResourceChecks checks = ResourceChecks.of(
                method, resource.getResourceClass(), ServerAccess.to(resource, configuration), application);
        configuration.register(new ResourceFilter(
                checks, ResourceLocators.hasPath(method, resource.getResourceClass()), locators(), application));
    }

    /** One for all methods, made late as the application is injected. */
    private synchronized ResourceLocators locators() {
        if (locators == null) {
            locators = new ResourceLocators(application);
        }
        return locators;
    }
}
