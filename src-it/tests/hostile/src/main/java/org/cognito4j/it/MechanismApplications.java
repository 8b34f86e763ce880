package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;

import java.net.URL;
import java.util.List;
import org.cognito4j.it.hostile.Secret;

/** Authors whose applications have another mechanism or identity store beside the module, meant or left behind. */
final class MechanismApplications {

    private MechanismApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("mechanism-alternative", "A mechanism for tests that nothing selects", "UnselectedAlternative")
                        .classes("mechanism.HeaderLogin")
                        .asks(MechanismApplications::assertHeaderIsNoLogin),
                row("mechanism-produced", "A mechanism from a producer", "ProducedMechanism")
                        .classes("mechanism.HeaderLogin")
                        .mayEnd("ProducedMechanism"),
                row("mechanism-typed", "A mechanism that is a bean of its interface alone", "TypedMechanism")
                        .classes("mechanism.HeaderLogin")
                        .mayEnd("TypedMechanism"),
                row("mechanism-extended", "A subclass of the module's mechanism", "ExtendedMechanism")
                        .mayEnd("ExtendedMechanism"),
                row("mechanism-mp-jwt", "The annotation of MicroProfile JWT, left behind", "LeftoverLogin")
                        .needing(Need.REST)
                        .mayEnd("MP-JWT"),
                row("mechanism-basic", "The standard mechanism for passwords", "BasicLogin")
                        .mayEnd("BasicLogin"),
                row("mechanism-form", "The standard mechanism with a login page", "FormLogin")
                        .mayEnd("FormLogin"),
                row("mechanism-store-with-groups", "An identity store that gives every caller a group", "GroupStore"),
                row("mechanism-store-that-throws", "An identity store that throws for machines", "ThrowingStore"),
                row(
                        "mechanism-store-that-trusts",
                        "An identity store that finds every credential valid",
                        "TrustingStore"));
    }

    private static HostileApplication row(String id, String comment, String type) {
        return named(id, comment)
                .withBeans()
                .classes("OrdersServlet", "mechanism." + type)
                .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                .guards("GET POST", "orders/1", Access.READ);
    }

    private static void assertHeaderIsNoLogin(URL base) {
        assertThat(Client.sendWithHeaders(base, "GET", "orders/1", "X-Test-User", "anyone")
                        .body())
                .doesNotContain(Secret.TEXT);
    }
}
