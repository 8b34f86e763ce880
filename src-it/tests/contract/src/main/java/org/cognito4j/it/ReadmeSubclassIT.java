package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The README's filter as a subclass. */
class ReadmeSubclassIT extends ReadmeForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("readme-subclass", "").addPackage("org.cognito4j.it.readme.filter");
    }
}
