package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebConstraintsTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, exact",
        "/a/b/, longer",
        "/a/b/c.do, longer",
        "/a/x.do, prefix",
        "/a, prefix",
        "/ab, default",
        "/x.do, extension",
        "/x.DO, default",
        "/x.do/y, default",
        "/x.y.do, extension",
        "/, root",
        "/A/b, default"
    })
    void go_by_the_best_pattern_alone(String path, String role) throws Exception {
        WebConstraints constraints = webXml(constraint("<url-pattern>/a/b</url-pattern>", "exact")
                + constraint("<url-pattern>/a/b/*</url-pattern>", "longer")
                + constraint("<url-pattern>/a/*</url-pattern>", "prefix")
                + constraint("<url-pattern>*.do</url-pattern>", "extension")
                + constraint("<url-pattern></url-pattern>", "root")
                + constraint("<url-pattern>/</url-pattern>", "default"));

        assertThat(constraints.ruleFor("GET", path)).isEqualTo(ConstraintRule.ofRoles(Set.of(role)));
    }

    @Test
    void leave_open_what_no_pattern_matches() throws Exception {
        assertThat(webXml(constraint("<url-pattern>/a/*</url-pattern>", "a")).ruleFor("GET", "/b"))
                .isEqualTo(ConstraintRule.EVERYBODY);
    }

    @Test
    void add_up_the_roles_for_one_pattern() throws Exception {
        WebConstraints constraints = webXml(constraint("<url-pattern>/a/*</url-pattern>", "one")
                + constraint("<url-pattern>/a/*</url-pattern><http-method>GET</http-method>", "two"));

        assertThat(constraints.ruleFor("GET", "/a")).isEqualTo(ConstraintRule.ofRoles(Set.of("one", "two")));
        assertThat(constraints.ruleFor("POST", "/a")).isEqualTo(ConstraintRule.ofRoles(Set.of("one")));
    }

    @Test
    void take_the_weakest_rule_but_for_the_one_that_lets_in_nobody() throws Exception {
        String roles = constraint("<url-pattern>/a</url-pattern>", "one");
        String open = "<security-constraint><web-resource-collection><url-pattern>/a</url-pattern>"
                + "</web-resource-collection></security-constraint>";

        assertThat(webXml(roles + open).ruleFor("GET", "/a")).isEqualTo(ConstraintRule.EVERYBODY);
        assertThat(webXml(roles + constraint("<url-pattern>/a</url-pattern>", "**"))
                        .ruleFor("GET", "/a")
                        .kind())
                .isEqualTo(ConstraintRule.Kind.ANY_CALLER);
        assertThat(webXml(roles + constraint("<url-pattern>/a</url-pattern>", "*"))
                        .ruleFor("GET", "/a")
                        .kind())
                .isEqualTo(ConstraintRule.Kind.ANY_ROLE);
        assertThat(webXml(roles + open + constraint("<url-pattern>/a</url-pattern>"))
                        .ruleFor("GET", "/a"))
                .isEqualTo(ConstraintRule.NOBODY);
    }

    @Test
    void hold_for_the_methods_they_name_or_do_not_omit() throws Exception {
        WebConstraints named = webXml(constraint(
                "<url-pattern>/a</url-pattern><http-method>GET</http-method><http-method>PUT</http-method>", "one"));
        WebConstraints omitted = webXml(
                constraint("<url-pattern>/a</url-pattern><http-method-omission>GET</http-method-omission>", "one"));

        assertThat(named.ruleFor("PUT", "/a").roles()).containsExactly("one");
        assertThat(named.ruleFor("get", "/a")).isEqualTo(ConstraintRule.EVERYBODY);
        assertThat(named.ruleFor("HEAD", "/a")).isEqualTo(ConstraintRule.EVERYBODY);
        assertThat(omitted.ruleFor("GET", "/a")).isEqualTo(ConstraintRule.EVERYBODY);
        assertThat(omitted.ruleFor("HEAD", "/a").roles()).containsExactly("one");
    }

    @Test
    void close_uncovered_methods_where_that_is_said() throws Exception {
        WebConstraints constraints = webXml("<deny-uncovered-http-methods/>"
                + constraint("<url-pattern>/a</url-pattern><http-method>GET</http-method>", "one"));

        assertThat(constraints.ruleFor("POST", "/a")).isEqualTo(ConstraintRule.NOBODY);
        assertThat(constraints.ruleFor("POST", "/b")).isEqualTo(ConstraintRule.EVERYBODY);
    }

    @ServletSecurity(
            value = @HttpConstraint(rolesAllowed = "others"),
            httpMethodConstraints = {
                @HttpMethodConstraint(value = "GET", rolesAllowed = "get"),
                @HttpMethodConstraint("HEAD"),
                @HttpMethodConstraint(value = "TRACE", emptyRoleSemantic = EmptyRoleSemantic.DENY)
            })
    private static final class Annotated {}

    @Test
    void follow_from_annotations() {
        WebConstraints constraints = new WebConstraints(
                AnnotatedConstraints.of(Annotated.class.getAnnotation(ServletSecurity.class), new UrlPattern("/a")),
                false,
                Set.of());

        assertThat(constraints.ruleFor("GET", "/a").roles()).containsExactly("get");
        assertThat(constraints.ruleFor("HEAD", "/a")).isEqualTo(ConstraintRule.EVERYBODY);
        assertThat(constraints.ruleFor("TRACE", "/a")).isEqualTo(ConstraintRule.NOBODY);
        assertThat(constraints.ruleFor("POST", "/a").roles()).containsExactly("others");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE web-app [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><web-app>&x;</web-app>",
                "<!DOCTYPE web-app [<!ENTITY x 'y'>]><web-app>&x;</web-app>"
            })
    void are_unknown_where_a_descriptor_uses_entities(String xml) {
        assertThatThrownBy(() -> parse(xml)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void are_read_from_old_descriptors_without_fetching_their_document_type() throws Exception {
        XmlElement old = parse("<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
                + " 'http://127.0.0.1:1/web-app_2_3.dtd'><web-app>"
                + constraint("<url-pattern>/a</url-pattern>", "one") + "</web-app>");

        assertThat(new WebDescriptor(old).constraints()).hasSize(1);
    }

    private static WebConstraints webXml(String content) throws XMLStreamException {
        WebDescriptor descriptor = new WebDescriptor(
                parse("<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee'>" + content + "</web-app>"));
        return new WebConstraints(descriptor.constraints(), descriptor.deniesUncovered(), descriptor.declaredRoles());
    }

    private static XmlElement parse(String xml) throws XMLStreamException {
        return XmlElement.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String constraint(String collection, String... roles) {
        StringBuilder auth = new StringBuilder();
        for (String role : roles) {
            auth.append("<role-name> ").append(role).append(" </role-name>");
        }
        return "<security-constraint><web-resource-collection><web-resource-name>x</web-resource-name>" + collection
                + "</web-resource-collection><auth-constraint>" + auth + "</auth-constraint></security-constraint>";
    }
}
