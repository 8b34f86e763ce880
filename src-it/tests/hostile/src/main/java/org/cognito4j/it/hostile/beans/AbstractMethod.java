package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on an abstract and generic method. */
public final class AbstractMethod {

    private AbstractMethod() {}

    /** Lets readers in, unless a method says otherwise. */
    @RequiresScope("read")
    public abstract static class Repository<T> {

        /** Is for writers. */
        @RequiresScope("write")
        public abstract T find(T key);
    }

    /** Implements the method, so that the compiler adds a bridge. */
    @ApplicationScoped
    public static class Sub extends Repository<String> implements Orders {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
