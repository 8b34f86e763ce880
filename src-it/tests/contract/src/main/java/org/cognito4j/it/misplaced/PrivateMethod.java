package org.cognito4j.it.misplaced;

import org.cognito4j.jakarta.access.RequiresScope;

/** Asks where no interceptor can be in front. */
public class PrivateMethod {

    /** Open to everybody. */
    public String open() {
        return purge();
    }

    @RequiresScope("write")
    private String purge() {
        return "purged";
    }
}
