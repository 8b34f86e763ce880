package org.cognito4j.it.ejb.refused;

import jakarta.ejb.Stateless;
import org.cognito4j.jakarta.access.RequiresScope;

/** An enterprise bean that asks for a scope. */
@Stateless
public class Safe {

    /** For callers with the scope. */
    @RequiresScope("write")
    public String open() {
        return "opened=yes\n";
    }
}
