package org.cognito4j.it;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application whose roles are given by name, {@code read} among them. It is without the observing identity store, which
 * could give any role, and every class of it is a bean.
 */
final class AuditedApplication {

    private AuditedApplication() {}

    /**
     * The application.
     *
     * @param parameters further settings, for {@code web.xml}
     */
    static WebArchive named(String name, Settings parameters) {
        WebArchive war = ContractApplication.named(
                name, Settings.trusting(Pools.TRUSTED).with("cognito.roles.\"read\"", "read"), parameters);
        if (Form.CURRENT.hasJakartaSecurity()) {
            war.deletePackage("org.cognito4j.it.app.security")
                    .addAsWebInfResource(
                            new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                                    + " bean-discovery-mode=\"all\"/>"),
                            "beans.xml");
        }
        return war;
    }
}
