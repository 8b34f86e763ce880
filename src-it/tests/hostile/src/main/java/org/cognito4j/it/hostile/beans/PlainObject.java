package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on an object that its user makes. */
@ApplicationScoped
public class PlainObject implements Orders {

    @Override
    public String find(String caller) {
        return new GuardedObject().find(caller);
    }

    /** Is no bean. */
    @RequiresScope("read")
    public static class GuardedObject {

        String find(String caller) {
            return Secret.of(caller);
        }
    }
}
