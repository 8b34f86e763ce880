package org.cognito4j.it;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Elements of a {@code web.xml}. */
final class WebXml {

    private WebXml() {}

    /** A servlet that answers every method with the secret. */
    static String orders(String... patterns) {
        return servlet("orders", "OrdersServlet", patterns);
    }

    static String servlet(String name, String type, String... patterns) {
        return "<servlet><servlet-name>%s</servlet-name><servlet-class>%s</servlet-class>"
                        .formatted(name, "org.cognito4j.it.hostile." + type)
                + "<async-supported>true</async-supported></servlet>"
                + "<servlet-mapping><servlet-name>%s</servlet-name>%s</servlet-mapping>"
                        .formatted(name, patterns(patterns));
    }

    /** The module's filter, which asks for the scope of the role {@code read}. */
    static String readFilter(String... patterns) {
        return filter("read", "read", patterns(patterns));
    }

    static String filter(String name, String scopes, String mapping) {
        return filterAlone(name, scopes)
                + "<filter-mapping><filter-name>%s</filter-name>%s</filter-mapping>".formatted(name, mapping);
    }

    static String filterAlone(String name, String scopes) {
        return ("<filter><filter-name>%s</filter-name><filter-class>%s</filter-class><async-supported>true</async-supported>"
                        + "<init-param><param-name>required-scopes</param-name><param-value>%s</param-value></init-param></filter>")
                .formatted(name, "org.cognito4j.jakarta.filter.CognitoFilter", scopes);
    }

    static String pattern(String pattern) {
        return "<url-pattern>%s</url-pattern>".formatted(pattern);
    }

    static String dispatchers(String... dispatchers) {
        return Stream.of(dispatchers)
                .map("<dispatcher>%s</dispatcher>"::formatted)
                .collect(Collectors.joining());
    }

    /** A constraint that lets callers with one of the roles in. */
    static String constraint(String pattern, String... roles) {
        return constraintOf(pattern(pattern), roles);
    }

    /** A constraint with any elements in its collection. */
    static String constraintOf(String collection, String... roles) {
        return ("<security-constraint><web-resource-collection><web-resource-name>secrets</web-resource-name>%s"
                        + "</web-resource-collection><auth-constraint>%s</auth-constraint></security-constraint>")
                .formatted(
                        collection,
                        Stream.of(roles)
                                .map("<role-name>%s</role-name>"::formatted)
                                .collect(Collectors.joining()));
    }

    private static String patterns(String... patterns) {
        return Stream.of(patterns).map(WebXml::pattern).collect(Collectors.joining());
    }
}
