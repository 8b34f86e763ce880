package org.cognito4j.it.places;

import org.cognito4j.jakarta.access.RequiresScope;

/** Asks for less than one of its methods. */
@RequiresScope("read")
public abstract class Vault {

    /** For callers with another scope. */
    @RequiresScope("write")
    public abstract String purge();

    /** For callers with the scope of the class. */
    public String look() {
        return "looked=yes\n";
    }
}
