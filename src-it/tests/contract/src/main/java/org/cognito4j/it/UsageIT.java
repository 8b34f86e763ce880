package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scopes of a client's tokens beside those that its calls needed, on servers that check constraints by themselves. */
@ExtendWith(ArquillianExtension.class)
@NeedsConstraints
class UsageIT {

    private static final String WRITE = "[" + Pools.API + "/write]";
    private static final String NONE = "[]";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Settings settings = Settings.trusting(Pools.TRUSTED).with("cognito.usage-file", file());
        WebArchive war = ContractApplication.named("usage", settings, Settings.NONE);
        for (String part : List.of("app", "app.security", "app.rest", "app.beans", "app.filter")) {
            war.deletePackage("org.cognito4j.it." + part);
        }
        return war.addPackage("org.cognito4j.it.used").setWebXML(new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>orders</web-resource-name><url-pattern>/orders/*</url-pattern>
                    </web-resource-collection>
                    <auth-constraint><role-name>read</role-name></auth-constraint>
                  </security-constraint>
                  <security-role><role-name>read</role-name></security-role>
                  <security-role><role-name>write</role-name></security-role>
                </web-app>
                """));
    }

    private static String file() {
        try {
            Path folder = Files.createTempDirectory("cognito4j-usage");
            folder.toFile().deleteOnExit();
            return folder.resolve("usage.json").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One test, as the figures are of all calls since the start. */
    @Test
    void name_what_no_call_needed_as_long_as_all_needs_are_known() {
        String token = Pools.token("both", "read", "write");
        call(token, "orders/1", "true");
        call(token, "orders/2", "true");
        assertThat(usage())
                .containsEntry("calls", "2")
                .containsEntry("unknown", "0")
                .containsEntry("unused", WRITE)
                .containsEntry("perhaps", NONE);

        assertThat(Client.send(base, "GET", "orders/3", Pools.token("writer", "write"))
                        .status())
                .isEqualTo(403);
        call(token, "orders/4?role=nobody", "false");
        assertThat(usage()).containsEntry("unknown", "0").containsEntry("unused", WRITE);

        call(token, "orders/5?role=write", "true");
        assertThat(usage())
                .containsEntry("calls", "4")
                .containsEntry("unknown", "0")
                .containsEntry("unused", NONE)
                .containsEntry("perhaps", NONE);
    }

    /** What an open resource needs is known on Jetty alone; elsewhere nothing of the client is called unused any more. */
    @Test
    void call_nothing_unused_where_needs_are_unknown() {
        String token = Pools.token("reader", "read", "write");
        call(token, "orders/1", "true");
        call(token, "free/1", "true");

        Map<String, String> usage = usage("reader");
        assertThat(usage).containsEntry("calls", "2");
        if (usage.get("unknown").equals("0")) {
            assertThat(usage).containsEntry("unused", WRITE);
        } else {
            assertThat(usage).containsEntry("unknown", "1").containsEntry("unused", NONE);
            assertThat(usage).containsEntry("perhaps", WRITE);
        }
    }

    private void call(String token, String path, String answer) {
        Reply reply = Client.send(base, "GET", path, token);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(answer);
    }

    private Map<String, String> usage() {
        return usage("both");
    }

    private Map<String, String> usage(String client) {
        return Client.send(base, "GET", "usage?client=" + client, null).report();
    }
}
