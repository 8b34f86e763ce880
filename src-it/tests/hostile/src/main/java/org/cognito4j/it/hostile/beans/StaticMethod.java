package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a static method of a class that is no bean. */
public final class StaticMethod {

    private StaticMethod() {}

    /** Is for readers. */
    @RequiresScope("read")
    public static String secret(String caller) {
        return Secret.of(caller);
    }

    /** Calls it. */
    @ApplicationScoped
    public static class Calling implements Orders {

        @Override
        public String find(String caller) {
            return secret(caller);
        }
    }
}
