package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that the container shows on its own: the welcome file of a directory, and the bodies of errors. */
@ExtendWith(ArquillianExtension.class)
class WelcomePageIT {

    private static final String WEB_XML = "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
            + "<filter><filter-name>pages</filter-name>"
            + "<filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>"
            + "<async-supported>true</async-supported></filter>"
            + "<filter-mapping><filter-name>pages</filter-name><url-pattern>/wel/index.html</url-pattern>"
            + "</filter-mapping>"
            + "<filter-mapping><filter-name>pages</filter-name><url-pattern>/closed/*</url-pattern>"
            + "<dispatcher>REQUEST</dispatcher><dispatcher>ERROR</dispatcher></filter-mapping>"
            + "<error-page><error-code>404</error-code><location>/closed/error.html</location></error-page>"
            + "<error-page><error-code>418</error-code><location>/ordinary.html</location></error-page>"
            + "</web-app>";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("welcome")
                .addAsWebResource(new StringAsset("caller=welcome"), "wel/index.html")
                .addAsWebResource(new StringAsset("caller=error"), "closed/error.html")
                .addAsWebResource(new StringAsset("ordinary page"), "ordinary.html")
                .setWebXML(new StringAsset(WEB_XML));
    }

    @Test
    void keeps_the_welcome_file_of_a_directory_from_anonymous_callers() {
        Contract.assertRefused(Client.send(base, "GET", "wel/index.html", null), 401);
        Contract.assertRefused(Client.send(base, "GET", "wel/", null), 401);
    }

    @Test
    void shows_the_welcome_file_to_a_caller() {
        assertThat(Client.send(base, "GET", "wel/", Contract.READER).body()).isEqualTo("caller=welcome");
    }

    @Test
    void keeps_a_protected_error_page_from_anonymous_callers() {
        Reply reply = Client.send(base, "GET", "nothing-there", null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.hasReport()).isFalse();
    }

    @Test
    void shows_an_ordinary_error_page() {
        Reply reply = Client.send(base, "GET", "dispatch/error", null);

        assertThat(reply.status()).isEqualTo(418);
        assertThat(reply.body()).contains("ordinary page");
    }
}
