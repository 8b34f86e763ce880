package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The README's filter as it is registered by a program. */
class ReadmeRegistrationIT extends ReadmeForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("readme-registration", "").addPackage("org.cognito4j.it.readme.registered");
    }
}
