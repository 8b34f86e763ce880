package org.cognito4j.it.hostile.beans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;

/** Leaves a part of the work to subclasses. */
public abstract class TemplateCall implements Orders {

    @Override
    public String find(String caller) {
        return "Found: " + secret(caller);
    }

    /** Finds it. */
    protected abstract String secret(String caller);

    /** Has the role on a method that its superclass calls. */
    @ApplicationScoped
    public static class Finder extends TemplateCall {

        @Override
        @RolesAllowed("read")
        protected String secret(String caller) {
            return Secret.of(caller);
        }
    }
}
