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
                row("settings-all-clients-and-one", "Every client, and one besides")
                        .setting("cognito.client-ids", "*,reader")
                        .ends("cognito.client-ids"),
                row("settings-blank-audience", "An audience that is blank")
                        .setting("cognito.audience", "")
                        .ends("cognito.audience"),
                row("settings-blank-denied", "A client that may be denied or not")
                        .setting("cognito.clients.\"reader\".denied", "")
                        .ends("denied"),
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
                row("settings-require-token-relative", "A path that needs a token, without its first slash")
                        .setting("cognito.require-token", "orders/*")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("cognito.require-token"),
                row(
                                "settings-require-token-misspelled",
                                "A path that needs a token and that the application does not have")
                        .setting("cognito.require-token", "/order/*")
                        .guards("GET POST", "orders/1", Access.READ)
                        .says("cognito.require-token", "/order/*"),
                row("settings-unknown-key", "A key that is spelled wrongly")
                        .setting("cognito.client-idz", "reader")
                        .ends("cognito.client-idz", "cognito.client-ids"),
                row("settings-denied-client", "A client that is denied, in other letters")
                        .setting("cognito.clients.\"reader\".denied", "TRUE")
                        .guards("GET", "orders/1", Access.READ_AND_WRITE)
                        .mayEnd("denied"),
                row(
                                "settings-in-the-wrong-folder",
                                "The file of settings in the folder of the WAR that no class path has")
                        .needing(Need.NO_JAKARTA_SECURITY)
                        .withoutSettings()
                        .content(war -> settings(war, "META-INF/microprofile-config.properties"))
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("microprofile-config.properties"),
                row("settings-in-web-inf", "The file of settings beside web.xml")
                        .needing(Need.NO_JAKARTA_SECURITY)
                        .withoutSettings()
                        .content(war -> settings(war, "WEB-INF/microprofile-config.properties"))
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("microprofile-config.properties"),
                row("settings-of-spring", "The file of settings that Spring reads")
                        .needing(Need.NO_JAKARTA_SECURITY)
                        .withoutSettings()
                        .content(war -> settings(war, "WEB-INF/classes/application.properties"))
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("application.properties"),
                row("settings-nowhere", "A constraint and no settings")
                        .needing(Need.NO_JAKARTA_SECURITY)
                        .withoutSettings()
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .says("cognito.user-pool-id"),
                row("settings-require-token", "A path where every request needs a token, whatever else is declared")
                        .webXml(orders("/api/*", "/orders/*") + constraint("/orders/*", "read"))
                        .setting("cognito.require-token", "/api/*")
                        .guards("GET HEAD POST OPTIONS BREW", "api/1", Access.ANY_TOKEN)
                        .guards("orders/1"),
                row("settings-leftover-basic", "The login of web.xml is BASIC still")
                        .webXml(CONSTRAINED + login("BASIC"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .asks(base -> assertNotIn(base, "Basic cmVhZGVyOnJlYWQ="))
                        .mayEndByServer("BASIC"),
                row("settings-leftover-form", "The login of web.xml is FORM still")
                        .webXml(
                                CONSTRAINED
                                        + "<login-config><auth-method>FORM</auth-method><form-login-config><form-login-page>/login"
                                        + "</form-login-page><form-error-page>/failed</form-error-page></form-login-config></login-config>")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEndByServer("FORM"),
                row("settings-leftover-certificate", "The login of web.xml is CLIENT-CERT still")
                        .webXml(CONSTRAINED + login("CLIENT-CERT"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEndByServer("CERT"),
                row("settings-leftover-mp-jwt", "The login of web.xml is that of MicroProfile JWT still")
                        .webXml(CONSTRAINED + login("MP-JWT"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("MP-JWT"),
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
                        .hides("GET POST", "orders/1")
                        .mayEnd("required-scopes"),
                named("settings-of-filter-unknown-scope", "A filter that misspells its parameter")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + readFilter("/orders/*").replace("required-scopes", "required-scope"))
                        .hides("GET POST", "orders/1")
                        .mayEnd("required-scope"));
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
