package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application whose settings refer to each other, which MicroProfile Config alone understands. Servers with Jakarta
 * Security bring it, and so do the WARs that bring Jakarta Security.
 */
@NeedsJakartaSecurity
class ExpressionsIT extends ConfiguredForm {

    @Deployment(testable = false)
    static WebArchive application() {
        Settings referring = Settings.trusting(Pools.TRUSTED)
                .with("cognito.realm", "${application.realm}")
                .with("application.realm", "contract");
        return ContractApplication.named("expressions", referring, Settings.NONE);
    }
}
