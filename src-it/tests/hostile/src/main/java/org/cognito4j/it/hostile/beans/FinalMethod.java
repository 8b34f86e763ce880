package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.Dependent;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The scope is on a final method. */
@Dependent
public class FinalMethod implements Orders {

    @Override
    @RequiresScope("read")
    public final String find(String caller) {
        return Secret.of(caller);
    }
}
