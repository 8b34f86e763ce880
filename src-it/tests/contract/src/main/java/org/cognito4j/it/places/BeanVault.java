package org.cognito4j.it.places;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean that overrides what asks for a scope. */
@ApplicationScoped
public class BeanVault extends Vault {

    @Override
    public String purge() {
        return "purged=yes\n";
    }
}
