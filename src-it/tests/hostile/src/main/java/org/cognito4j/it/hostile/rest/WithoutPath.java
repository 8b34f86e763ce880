package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has no path of its own: a servlet names it. */
public class WithoutPath extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Guarded.class);
    }
}
