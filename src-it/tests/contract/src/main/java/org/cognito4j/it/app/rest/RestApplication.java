package org.cognito4j.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST resources, below {@code /rest}. It lists its classes, so that none of the module's are found by scanning. */
@ApplicationPath("rest")
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RestResource.class,
                RestrictedResource.class,
                InheritingResource.class,
                LocatingResource.class,
                TenantResource.class);
    }
}
