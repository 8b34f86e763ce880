package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Annotations of beans and resources with all of Jakarta Security. */
@NeedsJakartaSecurity
class PlacesIT extends PlacesContract {

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("places").addPackage("org.cognito4j.it.places");
    }
}
