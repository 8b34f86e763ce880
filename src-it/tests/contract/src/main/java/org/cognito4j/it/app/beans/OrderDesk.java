package org.cognito4j.it.app.beans;

import org.cognito4j.jakarta.access.RequiresScope;

/** What a bean offers, protected where it is declared. */
public interface OrderDesk {

    /** Protected for whoever implements it. */
    @RequiresScope("write")
    String place();

    /** For everybody. */
    String look();
}
