package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications on WildFly that have the module to call others, and whose own callers are people of its security domain. */
@ExtendWith(ArquillianExtension.class)
class CallingApplicationIT {

    private static final Settings CALLING = Settings.NONE
            .with("cognito.client.client-id", "abc")
            .with("cognito.client.client-secret", "not used")
            .with("cognito.client.token-endpoint", "https://login.example.com/oauth2/token");

    @Deployment(name = "calling-basic", testable = false)
    static WebArchive basic() {
        return DeclaredLoginIT.withLogin(ContractApplication.named("calling-basic", CALLING, Settings.NONE), "BASIC");
    }

    @Deployment(name = "calling-mechanism", testable = false)
    static WebArchive mechanism() {
        return OtherMechanismsIT.add(
                ContractApplication.named("calling-mechanism", CALLING, Settings.NONE),
                "PlainMechanism",
                "HeaderMechanism");
    }

    @Test
    void let_people_log_in_with_a_password(@ArquillianResource @OperateOnDeployment("calling-basic") URL base) {
        assertThat(asAnna(base, "anna-knows").report())
                .containsEntry("caller", "anna")
                .containsEntry("roles", "read,**");
        assertThat(asAnna(base, "anna-guesses").status()).isEqualTo(401);
        assertThat(Client.send(base, "GET", "read/x", null).challenge()).startsWith("Basic");
    }

    @Test
    void let_no_caller_in_that_the_security_domain_does_not_know(
            @ArquillianResource @OperateOnDeployment("calling-mechanism") URL base) {
        Reply stranger = Client.sendWithHeaders(base, "GET", "read/x", "I-Am", "stranger");

        assertThat(stranger.status()).isEqualTo(500);
        assertThat(stranger.hasReport()).isFalse();
        assertThat(Client.sendWithHeaders(base, "GET", "read/x", "I-Am", "anna").report())
                .containsEntry("caller", "anna");
    }

    private static Reply asAnna(URL base, String password) {
        String credentials = Base64.getEncoder().encodeToString(("anna:" + password).getBytes(StandardCharsets.UTF_8));
        return Client.sendWithHeaders(base, "GET", "read/x", "Authorization", "Basic " + credentials);
    }
}
