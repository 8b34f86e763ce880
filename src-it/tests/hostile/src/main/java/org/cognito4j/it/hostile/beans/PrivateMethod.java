package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a private method. */
@ApplicationScoped
public class PrivateMethod implements Orders {

    @Override
    public String find(String caller) {
        return secret(caller);
    }

    @RequiresScope("read")
    private static String secret(String caller) {
        return Secret.of(caller);
    }
}
