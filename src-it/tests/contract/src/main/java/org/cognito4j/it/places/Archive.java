package org.cognito4j.it.places;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean that has its scope by a stereotype of a stereotype. */
@ApplicationScoped
@Archiving
public class Archive {

    /** For callers with the scope. */
    public String store() {
        return "stored=yes\n";
    }
}
