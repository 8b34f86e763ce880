package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on an object that a producer makes. */
@ApplicationScoped
public class ProducedObject {

    /** Makes what no interceptor is around. */
    @Produces
    @ApplicationScoped
    public Guarded guarded() {
        return new Guarded();
    }

    /** Is no bean itself. */
    @RequiresScope("read")
    public static class Guarded implements Orders {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
