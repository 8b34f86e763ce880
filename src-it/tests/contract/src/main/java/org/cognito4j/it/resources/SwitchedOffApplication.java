package org.cognito4j.it.resources;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Keeps its JAX-RS implementation from looking for features. */
@ApplicationPath("switched-off")
public class SwitchedOffApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PlacesResource.class, LenientMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jakarta.ws.rs.loadServices", false,
                "jersey.config.disableMetainfServicesLookup", true,
                "jersey.config.disableAutoDiscovery", true);
    }
}
