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

/** A constraint on {@code /}, beside which Jetty has an open one of its own. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class DefaultConstraintIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named(
                        "bydefault", Settings.trusting(Pools.TRUSTED).with("cognito.audit", "off"), Settings.NONE)
                .addPackage(Outer.class.getPackage())
                .addAsWebResource(new StringAsset("content"), "file.txt")
                .setWebXML(new StringAsset("""
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <security-constraint>
                        <web-resource-collection>
                          <web-resource-name>all</web-resource-name><url-pattern>/</url-pattern>
                        </web-resource-collection>
                        <auth-constraint><role-name>read</role-name></auth-constraint>
                      </security-constraint>
                      <security-role><role-name>read</role-name></security-role>
                      <security-role><role-name>write</role-name></security-role>
                    </web-app>
                    """));
    }

    @Test
    void holds_for_what_no_better_pattern_is_about() {
        for (String path : new String[] {"plain", "file.txt"}) {
            assertAskedForCredentials(Client.send(base, "GET", path, null));
            assertThat(Client.send(base, "GET", path, NEWCOMER).status()).isEqualTo(403);
            assertThat(Client.send(base, "GET", path, READER).status()).isEqualTo(200);
        }
    }
}
