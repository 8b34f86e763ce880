package org.cognito4j.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Annotations of beans and resources where the application brings CDI and Jakarta REST, but nothing of Jakarta Security. */
@NeedsJakartaSecurity
class CdiAloneIT extends PlacesContract {

    @Deployment(testable = false)
    static WebArchive application() {
        return without("cdi-alone", "(soteria|jakarta\\.security)");
    }

    /**
     * The application without some libraries. A server that implements Jakarta Security itself shows it all the same.
     *
     * @param libraries how the names of their files begin
     */
    static WebArchive without(String name, String libraries) {
        WebArchive war = ContractApplication.named(name).deletePackage("org.cognito4j.it.app.security");
        war.getContent(Filters.include("/WEB-INF/lib/" + libraries + "[^/]*\\.jar"))
                .keySet()
                .forEach(war::delete);
        return war.addPackage("org.cognito4j.it.places");
    }
}
