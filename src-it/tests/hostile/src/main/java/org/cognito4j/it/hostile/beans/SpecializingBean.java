package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a bean that another one specializes. */
public final class SpecializingBean {

    private SpecializingBean() {}

    /** Has the scope. */
    @ApplicationScoped
    public static class Base implements Orders {

        @Override
        @RequiresScope("read")
        public String find(String caller) {
            return Secret.of(caller);
        }
    }

    /** Takes its place. */
    @Specializes
    @ApplicationScoped
    public static class Special extends Base {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
