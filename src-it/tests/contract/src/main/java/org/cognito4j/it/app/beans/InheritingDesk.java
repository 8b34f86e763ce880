package org.cognito4j.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean that leaves its protection to its interface. */
@ApplicationScoped
public class InheritingDesk implements OrderDesk {

    @Override
    public String place() {
        return "placed=yes\n";
    }

    @Override
    public String look() {
        return "looked=yes\n";
    }
}
