package org.cognito4j.it.ejb.refused;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources that call enterprise beans. */
@ApplicationPath("refused-rest")
public class SafeApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SafeResource.class);
    }
}
