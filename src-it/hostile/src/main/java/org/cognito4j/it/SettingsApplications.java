package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.readFilter;

import java.net.URL;
import java.util.List;
import org.cognito4j.it.hostile.Secret;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Authors whose settings or descriptors do not say what they mean. */
final class SettingsApplications {

    private static final String CONSTRAINED = orders("/orders/*") + constraint("/orders/*", "read");

    private SettingsApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("settings-blank-clients", "No client between the commas")
                        .setting("cognito.client-ids", " , ")
                        .ends("cognito.client-ids"),
                row("settings-of-a-profile", "A key with a profile, as Quarkus reads it")
                        .setting("%prod.cognito.client-ids", "both")
                        .guards("GET", "orders/1", Access.READ)
                        .mayEnd("%prod.cognito.client-ids"),
                row("settings-paths-without-star", "The module is kept to a path that the constraint goes beyond")
                        .setting("cognito.paths", "/orders")
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("cognito.paths"),
                row("settings-paths-elsewhere", "The module is kept to a path that has no constraint")
                        .setting("cognito.paths", "/api/*")
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("cognito.paths"),
                row("settings-unknown-key", "A key that is spelled wrongly")
                        .setting("cognito.client-idz", "reader")
                        .ends("cognito.client-idz", "cognito.client-ids"),
                row("settings-two-copies", "The jar twice, under two names")
                        .content(SettingsApplications::copyJar)
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("cognito4j"),
                named("settings-of-caller-alone", "An application that only calls others")
                        .withoutSettings()
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .setting("cognito.client.token-endpoint", "http://127.0.0.1:1/token")
                        .setting("cognito.client.client-id", "caller")
                        .setting("cognito.client.client-secret", "unused")
                        .setting("cognito.allow-loopback-http", "true")
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("cognito."),
                named("settings-of-filter-blank-scopes", "A filter whose scopes are blank")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + readFilter("/orders/*").replace(">read</param-value>", "> </param-value>"))
                        .ends("required-scopes"),
                named("settings-of-filter-unknown-scope", "A filter that misspells its parameter")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + readFilter("/orders/*").replace("required-scopes", "required-scope"))
                        .ends("required-scope"));
    }

    private static HostileApplication row(String id, String comment) {
        return named(id, comment).classes("OrdersServlet").webXml(CONSTRAINED);
    }

    private static String login(String method) {
        return "<login-config><auth-method>" + method + "</auth-method></login-config>";
    }

    private static void settings(WebArchive war, String path) {
        war.add(Settings.trusting(Pools.TRUSTED).asProperties(), path);
    }

    private static void copyJar(WebArchive war) {
        war.getContent(path -> path.get().matches("/WEB-INF/lib/cognito4j-security.*\\.jar")).values().stream()
                .toList()
                .forEach(jar -> war.add(jar.getAsset(), "WEB-INF/lib/again.jar"));
        war.add(new StringAsset(""), "WEB-INF/copied");
    }

    private static void assertNotIn(URL base, String credentials) {
        Reply reply = Client.sendWithHeaders(base, "GET", "orders/1", "Authorization", credentials);
        assertThat(reply.body()).doesNotContain(Secret.TEXT);
    }
}
