package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Switches the look-up of services off. */
@ApplicationPath("/api")
public class WithoutServices extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Guarded.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jakarta.ws.rs.loadServices", false);
    }
}
