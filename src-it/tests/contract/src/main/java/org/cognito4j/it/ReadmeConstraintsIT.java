package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The README's container constraint. */
@NeedsConstraints
class ReadmeConstraintsIT extends ReadmeForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("readme-constraints", Readme.example("<security-constraint>"));
    }
}
