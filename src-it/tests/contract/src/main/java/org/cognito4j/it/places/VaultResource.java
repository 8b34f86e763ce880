package org.cognito4j.it.places;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that overrides what asks for a scope. */
@Path("/")
public class VaultResource extends Vault {

    @GET
    @Path("purge")
    @Override
    public String purge() {
        return "purged=yes\n";
    }

    @GET
    @Path("look")
    @Override
    public String look() {
        return super.look();
    }

    /** Asks as a stereotype of a stereotype does. */
    @GET
    @Path("store")
    @Archiving
    public String store() {
        return "stored=yes\n";
    }

    /** Leads to a bean that asks for more. */
    @GET
    @Path("bean")
    public String bean() {
        return CDI.current().select(BeanVault.class).get().purge();
    }
}
