package org.cognito4j.jakarta.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateless;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.security.CognitoCredential;
import org.junit.jupiter.api.Test;

class BlindSpotsTest {

    private final FakeServlets servlets = new FakeServlets();

    static final class Harmless {
        String name(HttpServletRequest request) {
            AccessToken token = ((CognitoPrincipal) request.getUserPrincipal()).accessToken();
            return request.isUserInRole("reader")
                    ? token.clientId()
                    : token.tokenId().orElse("");
        }
    }

    static final class Scopes {
        boolean may(AccessToken token) {
            return token.hasScope("a");
        }
    }

    static final class Reference {
        Function<AccessToken, Set<String>> question = AccessToken::scopes;
    }

    static final class Claims {
        Object may(AccessToken token) {
            return token.claims().get("scope");
        }
    }

    static final class Caller {
        boolean may(SecurityContext context) {
            return context.isCallerInRole("a");
        }
    }

    @Stateless
    static class Bean {}

    @RequiresClaim(name = "scope", value = "a")
    static class Condition {}

    static final class Mechanism {
        Object credential() {
            return new CognitoCredential("x");
        }
    }

    private void deploy(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            servlets.resources.put("/WEB-INF/classes/" + type.getSimpleName() + ".class", bytes(type));
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            return in.readAllBytes();
        }
    }

    private List<String> found() {
        return BlindSpots.of(servlets.context());
    }

    @Test
    void are_none_where_everything_that_asks_is_observed() throws IOException {
        deploy(Harmless.class);

        assertThat(found()).isEmpty();
    }

    @Test
    void are_code_that_reads_scopes_or_claims_or_asks_another_way_and_enterprise_beans() throws IOException {
        deploy(
                Harmless.class,
                Scopes.class,
                Reference.class,
                Claims.class,
                Caller.class,
                Bean.class,
                Condition.class,
                Mechanism.class);

        String prefix = BlindSpotsTest.class.getName() + "$";
        assertThat(found())
                .containsExactly(
                        prefix + "Bean is an enterprise bean, whose roles the server checks",
                        prefix + "Caller asks isCallerInRole",
                        prefix + "Claims reads the scopes of tokens",
                        prefix + "Condition requires values of the claim scope",
                        prefix + "Mechanism authenticates callers, whose calls are not counted",
                        prefix + "Reference reads the scopes of tokens",
                        prefix + "Scopes reads the scopes of tokens");
    }

    @Test
    void are_no_classes_of_this_module_in_a_library_but_roles_of_a_descriptor() throws IOException {
        deploy(Harmless.class);
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("org/cognito4j/ScopeRoles.class"));
            zip.write(bytes(ScopeRoles.class));
        }
        servlets.resources.put("/WEB-INF/lib/a.jar", jar.toByteArray());
        assertThat(found()).isEmpty();

        servlets.resources.put("/WEB-INF/ejb-jar.xml", new byte[0]);
        assertThat(found()).singleElement().asString().contains("ejb-jar.xml");
    }

    @Test
    void are_an_application_whose_classes_cannot_be_read() throws IOException {
        assertThat(found()).containsExactly("the classes of the application cannot be read");

        deploy(Harmless.class);
        servlets.resources.put("/WEB-INF/classes/Broken.class", "Ljakarta/ejb/S".getBytes());

        assertThat(found()).containsExactly("/WEB-INF/classes/Broken.class cannot be read");
    }
}
