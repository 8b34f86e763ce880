package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Brings the {@link AccessRefusedMapper} into every JAX-RS application: implementations load features by themselves
 * (Jakarta RESTful Web Services 3.1 section 4.1.2), exception mappers they need not.
 */
public final class AccessRefusedFeature implements Feature {

    /** Called by the JAX-RS implementation. */
    public AccessRefusedFeature() {}

    /**
     * Adds the mapper, unless the application has it already.
     *
     * @param configuration takes the mapper
     * @return whether it was added
     */
    @Override
    public boolean configure(FeatureContext configuration) {
        if (configuration.getConfiguration().isRegistered(AccessRefusedMapper.class)) {
            return false;
        }
        configuration.register(AccessRefusedMapper.class);
        WrappedRefusals.addTo(configuration);
        return true;
    }
}
