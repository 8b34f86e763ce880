package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The README's filter in {@code web.xml}. */
class ReadmeFilterIT extends ReadmeForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("readme-filter", Readme.example("<filter>"));
    }
}
