package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The README's annotation, in place of settings. */
@NeedsJakartaSecurity
class ReadmeAnnotationIT extends ReadmeForm {

    @Deployment(testable = false)
    static WebArchive application() {
        return application("readme-annotation", "", Readme.example("<security-constraint>"))
                .addPackage("org.cognito4j.it.readme.annotated");
    }
}
