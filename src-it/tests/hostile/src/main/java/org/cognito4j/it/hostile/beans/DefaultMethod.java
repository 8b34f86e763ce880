package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a default method of an interface of an interface. */
public final class DefaultMethod {

    private DefaultMethod() {}

    /** Has the code and the scope. */
    public interface Guarded extends Orders {

        @Override
        @RequiresScope("read")
        default String find(String caller) {
            return Secret.of(caller);
        }
    }

    /** Stands between. */
    public interface Between extends Guarded {}

    /** Has no code at all. */
    @ApplicationScoped
    public static class Sub implements Between {}
}
