package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that is configured in its {@code microprofile-config.properties}, which comes before the {@code web.xml}. */
class PropertiesIT extends ConfiguredForm {

    @Deployment(testable = false)
    static WebArchive application() {
        Settings outvoted =
                Settings.NONE.with("cognito.client-ids", Pools.STRANGER).with("cognito.realm", "web.xml");
        return ContractApplication.named("properties", Settings.trusting(Pools.TRUSTED), outvoted);
    }
}
