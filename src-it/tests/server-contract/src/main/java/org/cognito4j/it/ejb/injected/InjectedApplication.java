package org.cognito4j.it.ejb.injected;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources into which the caller is injected. */
@ApplicationPath("injected-rest")
public class InjectedApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PooledResource.class,
                SingleResource.class,
                RequestResource.class,
                SharedResource.class,
                PlainResource.class,
                HoldingResource.class);
    }
}
