package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.NEWCOMER;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;

import java.net.URL;
import org.cognito4j.it.overlooked.Outer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints on servlet classes within other classes, on their superclasses, and on the welcome file of a directory. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class OverlookedConstraintsIT {

    private static final String SECRET = "content of a file";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "overlooked", Settings.trusting(Pools.TRUSTED).with("cognito.audit", "off"), Settings.NONE)
                .addPackage(Outer.class.getPackage())
                .addAsWebResource(new StringAsset(SECRET), "wel/index.html")
                .addAsWebResource(new StringAsset("open"), "pub/index.html")
                .setWebXML(new StringAsset("""
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
                      <security-constraint>
                        <web-resource-collection>
                          <web-resource-name>welcome</web-resource-name><url-pattern>/wel/index.html</url-pattern>
                        </web-resource-collection>
                        <auth-constraint><role-name>read</role-name></auth-constraint>
                      </security-constraint>
                      <security-role><role-name>read</role-name></security-role>
                      <security-role><role-name>write</role-name></security-role>
                    </web-app>
                    """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner", "inherited"})
    void keep_anonymous_callers_from_a_servlet(String servlet) {
        assertAskedForCredentials(Client.send(base, "GET", servlet + "/x", null));
        assertAskedForCredentials(Client.send(base, "POST", servlet + "/x", null));
        assertThat(RawClient.get(base, base.getPath() + servlet + ";a=b/x").hasReport())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner", "inherited"})
    void keep_callers_without_the_role_from_a_servlet(String servlet) {
        Contract.assertRefused(Client.send(base, "GET", servlet + "/x", NEWCOMER), 403);
        Contract.assertRefused(Client.send(base, "POST", servlet + "/x", READER), 403);
        assertThat(Client.send(base, "GET", servlet + "/x", READER).report()).containsEntry("caller", "reader");
    }

    @Test
    void keep_everybody_from_a_closed_servlet_within_a_class() {
        for (String token : new String[] {null, NEWCOMER, READER}) {
            Reply reply = Client.send(base, "GET", "closed", token);

            assertThat(reply.status()).isIn(401, 403);
            assertThat(reply.hasReport()).isFalse();
        }
    }

    @Test
    void leave_a_servlet_without_an_annotation_open() {
        assertThat(Client.send(base, "GET", "plain", null).report()).containsEntry("caller", "nobody");
    }

    @Test
    void hold_for_a_directory_that_shows_a_constrained_file() {
        for (String path : new String[] {"wel/", "wel/index.html"}) {
            assertAskedForCredentials(Client.send(base, "GET", path, null));
            assertThat(Client.send(base, "GET", path, NEWCOMER).status()).isEqualTo(403);
            assertThat(Client.send(base, "GET", path, READER).body()).isEqualTo(SECRET);
        }
        assertThat(Client.send(base, "GET", "pub/", null).body()).isEqualTo("open");
    }
}
