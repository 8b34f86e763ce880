package org.cognito4j.it.places;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources that have the same annotations as the beans. */
@ApplicationPath("places-rest")
public class PlacesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(VaultResource.class);
    }
}
