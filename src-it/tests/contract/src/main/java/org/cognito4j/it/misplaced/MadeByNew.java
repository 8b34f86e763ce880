package org.cognito4j.it.misplaced;

import org.cognito4j.jakarta.access.RequiresScope;

/** No bean: the application makes it by itself. */
public class MadeByNew {

    /** Open to whoever has the object. */
    @RequiresScope("write")
    public String purge() {
        return "purged";
    }
}
