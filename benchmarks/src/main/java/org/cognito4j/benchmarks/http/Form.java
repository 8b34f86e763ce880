package org.cognito4j.benchmarks.http;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.cognito4j.benchmarks.http.app.Pac4j;
import org.cognito4j.benchmarks.http.app.Resource;
import org.cognito4j.benchmarks.http.app.SmallRyeFilter;
import org.cognito4j.benchmarks.http.app.SpringSecurity;

/** A way to protect the resource: what is in the web application beside it. */
enum Form {
    NONE("no security", "^$", ""),
    BARE("**cognito4j, bare jar**", Form.OURS, Form.CONSTRAINT),
    FILTER("**cognito4j, filter**", Form.OURS, """
              <filter><filter-name>f</filter-name><filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>
              <init-param><param-name>required-scopes</param-name><param-value>orders/read</param-value></init-param>
              </filter><filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """),
    MECHANISM(
            "**cognito4j, mechanism (Soteria, Weld)**",
            Form.OURS + "|^(soteria|weld-|jboss-|jandex|nimbus-jose|smallrye-(config|common)|microprofile-config"
                    + "|jakarta\\.(?!servlet)|parsson|jcip).*",
            Form.CONSTRAINT),
    SMALLRYE("SmallRye JWT in a filter", Form.PEERS, """
              <filter><filter-name>f</filter-name><filter-class>%s</filter-class></filter>
              <filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """.formatted(SmallRyeFilter.class.getName())),
    SPRING("Spring Security resource server", Form.PEERS, listener(SpringSecurity.class)),
    PAC4J("pac4j", Form.PEERS, listener(Pac4j.class));

    private static final String OURS = "^(cognito4j-security-[^-]+-SNAPSHOT|jackson-core|caffeine).*(?<!tests)\\.jar$";
    private static final String PEERS =
            "^(?!cognito4j|jetty|weld|soteria|jmh|jakarta\\.servlet|jakarta\\.security|jakarta\\.enterprise).*";
    private static final String CONSTRAINT = """
              <security-constraint>
              <web-resource-collection><web-resource-name>r</web-resource-name><url-pattern>/*</url-pattern></web-resource-collection>
              <auth-constraint><role-name>orders/read</role-name></auth-constraint>
              </security-constraint><security-role><role-name>orders/read</role-name></security-role>
            """;

    private final String title;
    private final Pattern libraries;
    private final String descriptor;

    Form(String title, String libraries, String descriptor) {
        this.title = title;
        this.libraries = Pattern.compile(libraries);
        this.descriptor = descriptor;
    }

    String title() {
        return title;
    }

    boolean isOurs() {
        return this == BARE || this == FILTER || this == MECHANISM;
    }

    boolean isPeer() {
        return this == SMALLRYE || this == SPRING || this == PAC4J;
    }

    boolean brings(String jar) {
        return libraries.matcher(jar).matches();
    }

    /** Whether a class file is the application's: the resource for all, what drives a peer where that peer is. */
    boolean has(Path classFile) {
        return isPeer() || classFile.getFileName().toString().startsWith(Resource.class.getSimpleName());
    }

    /** The deployment descriptor with these parameters. */
    String descriptor(Map<String, String> parameters) {
        StringBuilder xml =
                new StringBuilder("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.1\">\n");
        parameters.forEach((name, value) -> xml.append("<context-param><param-name>")
                .append(name)
                .append("</param-name><param-value>")
                .append(value)
                .append("</param-value></context-param>\n"));
        return xml.append(descriptor)
                .append("<servlet><servlet-name>r</servlet-name><servlet-class>")
                .append(Resource.class.getName())
                .append("</servlet-class></servlet>\n<servlet-mapping><servlet-name>r</servlet-name>")
                .append("<url-pattern>/resource</url-pattern></servlet-mapping>\n</web-app>\n")
                .toString();
    }

    private static String listener(Class<?> type) {
        return "<listener><listener-class>" + type.getName() + "</listener-class></listener>\n";
    }
}
