package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that is configured in its {@code web.xml} alone. */
class ContextParametersIT extends ConfiguredForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("parameters", Settings.NONE, Settings.trusting(Pools.TRUSTED));
    }
}
