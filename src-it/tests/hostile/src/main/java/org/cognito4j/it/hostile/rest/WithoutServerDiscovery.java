package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Switches Jersey's discovery off by a text, for the server alone. */
@ApplicationPath("/api")
public class WithoutServerDiscovery extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Guarded.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.disableAutoDiscovery", "true");
    }
}
