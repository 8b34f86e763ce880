package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** A method that needs more than its class does is overridden. */
public final class OverriddenMethod {

    private OverriddenMethod() {}

    /** Lets readers in, unless a method says otherwise. */
    @RequiresScope("read")
    public abstract static class Base implements Orders {

        @Override
        @RequiresScope("write")
        public String find(String caller) {
            return Secret.of(caller);
        }
    }

    /** Overrides the method that is for writers. */
    @ApplicationScoped
    public static class Sub extends Base {

        @Override
        public String find(String caller) {
            return super.find(caller);
        }
    }
}
