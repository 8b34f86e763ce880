package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Annotations of beans and resources where the application brings the API of Jakarta Security, but no implementation. */
@NeedsJakartaSecurity
class SecurityApiAloneIT extends PlacesContract {

    @Deployment(testable = false)
    static WebArchive application() {
        return CdiAloneIT.without("security-api-alone", "(soteria|jakarta\\.security\\.enterprise-[0-9])");
    }
}
