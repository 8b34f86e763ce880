package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Asks a bean that is of its own class alone, and has the scope on a method of an interface. */
@ApplicationScoped
public class TypedBean implements Orders {

    @Inject
    private Narrow narrow;

    @Override
    public String find(String caller) {
        return narrow.secret(caller);
    }

    /** Does the work. */
    public interface Work {

        /** Finds it. */
        @RequiresScope("read")
        default String secret(String caller) {
            return Secret.of(caller);
        }
    }

    /** Is not to be taken for another work. */
    @ApplicationScoped
    @Typed(Narrow.class)
    public static class Narrow implements Work {}
}
