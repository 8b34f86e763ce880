package org.cognito4j.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application under test as a WAR.
 *
 * <p>A server that brings Jakarta Security itself gets the classes alone. For one that does not, the system property
 * {@code cognito4j.it.libraries-war} names a WAR with the libraries to add.
 */
final class ContractApplication {

    private ContractApplication() {}

    static WebArchive named(String name) {
        String libraries = System.getProperty("cognito4j.it.libraries-war");
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war");
        if (libraries != null) {
            war = war.merge(ShrinkWrap.createFromZipFile(WebArchive.class, new File(libraries)));
        }
        return war.addPackage("org.cognito4j.it.app")
                .setWebXML("contract/web.xml")
                .addAsWebInfResource("contract/beans.xml", "beans.xml");
    }
}
