package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a method that the bean calls on itself. */
@ApplicationScoped
public class SelfCall implements Orders {

    @Override
    public String find(String caller) {
        return secret(caller);
    }

    @RequiresScope("read")
    String secret(String caller) {
        return Secret.of(caller);
    }
}
