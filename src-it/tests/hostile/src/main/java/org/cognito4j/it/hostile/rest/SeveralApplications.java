package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Are applications in one WAR that have the same resource. The second one wants no help of any library. */
public final class SeveralApplications {

    private SeveralApplications() {}

    /** Names its resources. */
    @ApplicationPath("/first")
    public static class First extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Guarded.class);
        }
    }

    /** Names its resources, and switches everything else off. */
    @ApplicationPath("/second")
    public static class Second extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Guarded.class);
        }

        @Override
        public Map<String, Object> getProperties() {
            return Map.of(
                    "jakarta.ws.rs.loadServices", false,
                    "jersey.config.disableMetainfServicesLookup", true,
                    "jersey.config.disableAutoDiscovery", true,
                    "resteasy.use.builtin.providers", "false");
        }
    }
}
