package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Brings {@link RolesAllowedFeature} into every application of Jersey, also where its settings switch off the look-up of
 * services ({@code jakarta.ws.rs.loadServices}, {@code jersey.config.disableMetainfServicesLookup}, {@code
 * jersey.config.disableAutoDiscovery}): without it, {@code @RolesAllowed} would be without effect. Used by Jersey alone.
 */
public final class JerseyRegistration implements ForcedAutoDiscoverable {

    /** Called by Jersey. */
    public JerseyRegistration() {}

    /**
     * Registers the features of this module that the application does not have yet.
     *
     * @param context of the application
     */
    @Override
    public void configure(FeatureContext context) {
        if (context.getConfiguration().getRuntimeType() == RuntimeType.SERVER) {
            register(RolesAllowedFeature.class, context);
            register(AccessRefusedFeature.class, context);
        }
    }

    private static void register(Class<?> feature, FeatureContext context) {
        if (!context.getConfiguration().isRegistered(feature)) {
            context.register(feature);
        }
    }
}
