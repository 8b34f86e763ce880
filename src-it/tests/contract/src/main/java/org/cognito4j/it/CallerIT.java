package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application is told about its caller. */
class CallerIT extends Contract {

    @Test
    void is_known_to_the_servlet() {
        assertThat(with(READER, "open/x").report())
                .containsEntry("caller", "reader")
                .containsEntry("remote-user", "reader")
                .containsEntry("principal", "CognitoPrincipal");
    }

    @Test
    void is_known_to_have_come_with_a_token() {
        assertThat(with(READER, "open/x").report()).containsEntry("auth-type", "Bearer");
    }

    @Test
    void has_the_roles_of_its_token_and_no_other() {
        assertThat(with(READER, "open/x").report()).containsEntry("roles", "read,**");
        assertThat(with(Pools.token("both", "read", "write"), "open/x").report())
                .containsEntry("roles", "read,write,**");
        assertThat(with(NEWCOMER, "open/x").report()).containsEntry("roles", "**");
    }

    @Test
    void has_no_roles_by_scopes_of_other_resource_servers_or_by_other_claims() {
        String token = Pools.mint("newcomer")
                .scopes("https://other.example.com/read", "readwrite/x", Pools.API + "/Read", Pools.API + "/**")
                .claim("roles", "read")
                .claim("groups", new String[] {"read", "admin"})
                .claim("cognito:groups", new String[] {"admin"})
                .token();

        assertThat(with(token, "open/x").report()).containsEntry("roles", "**");
    }

    @Test
    void shows_its_token() {
        assertThat(with(READER, "open/x").report())
                .containsEntry("pool", Pools.TRUSTED.userPoolId())
                .containsEntry("client-id", "reader")
                .containsEntry("scopes", "[" + Pools.API + "/read]")
                .containsEntry("lifetime", "PT1H");
    }

    @Test
    @NeedsJakartaSecurity
    void is_known_to_the_security_context() {
        assertThat(with(READER, "security-context").report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read")
                .containsEntry("cognito-principals", "1");
    }

    @Test
    @NeedsJakartaSecurity
    void is_the_principal_of_the_security_context() {
        assertThat(with(READER, "security-context").report()).containsEntry("principal", "CognitoPrincipal");
    }

    @Test
    @NeedsJakartaSecurity
    void is_the_only_principal_of_the_security_context() {
        assertThat(with(READER, "security-context").report()).containsEntry("principals", "1");
    }

    @Test
    @NeedsJakartaSecurity
    void is_any_caller_to_the_security_context() {
        assertThat(with(NEWCOMER, "security-context").report()).containsEntry("any-caller", "true");
    }

    @Test
    @NeedsJakartaSecurity
    void has_no_role_in_the_security_context_without_a_token() {
        assertThat(anonymously("security-context").report())
                .containsEntry("roles", "")
                .containsEntry("any-caller", "false")
                .containsEntry("cognito-principals", "0");
    }

    @Test
    @NeedsJakartaSecurity
    void is_nobody_to_the_security_context_without_a_token() {
        assertThat(anonymously("security-context").report())
                .containsEntry("caller", "nobody")
                .containsEntry("principals", "0");
    }

    @Test
    void can_be_asked_for_by_the_servlet() {
        assertCanBeAskedFor("authenticate/by-request");
    }

    @Test
    @NeedsJakartaSecurity
    void can_be_asked_for_by_the_security_context() {
        assertCanBeAskedFor("authenticate/by-security-context");
    }

    private void assertCanBeAskedFor(String path) {
        assertAskedForCredentials(anonymously(path));
        assertRefused(with(EXPIRED, path), 401);
        assertThat(with(EXPIRED, path).reason()).isEqualTo("invalid_token token-expired");
        assertThat(with(READER, path).report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,**");
    }

    /** It is the token's again, or nobody where a caller is forgotten for the rest of the request. */
    @Test
    void can_be_asked_for_again_after_a_logout() {
        assertAskedForCredentials(anonymously("authenticate/again"));
        Reply reply = with(READER, "authenticate/again");

        if (reply.status() == 200) {
            assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("roles", "read,**");
        } else {
            assertAskedForCredentials(reply);
        }
    }

    @Test
    void leaves_no_session_and_no_cookie() {
        Reply reply = with(READER, "read/x");

        assertThat(reply.report()).containsEntry("session", "false");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void is_forgotten_after_the_request() {
        with(READER, "read/x");

        assertThat(anonymously("open/x").report()).containsEntry("caller", "nobody");
        assertAskedForCredentials(anonymously("read/x"));
    }

    @Test
    void is_nobody_by_a_session_without_a_token() {
        String cookie = sessionOfReader();

        assertAskedForCredentials(withHeaders("read/x", "Cookie", cookie));
        assertThat(withHeaders("open/x", "Cookie", cookie).report())
                .containsEntry("caller", "nobody")
                .containsEntry("session", "true");
    }

    @Test
    void is_the_token_s_and_not_the_session_s() {
        String cookie = sessionOfReader();

        assertThat(withHeaders("read/x", "Cookie", cookie).hasReport()).isFalse();
        assertThat(withHeaders("open/x", "Cookie", cookie, "Authorization", "Bearer " + WRITER)
                        .report())
                .containsEntry("caller", "writer")
                .containsEntry("roles", "write,**")
                .containsEntry("session", "true");
    }

    /** A person may be logged in by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/x",
                "read/x",
                "write/x",
                "authenticate/by-request",
                "dispatch/error",
                "async/dispatch",
                "none"
            })
    void leaves_a_session_that_comes_along_as_it_is(String path) {
        String cookie = sessionOfReader();

        for (String token : List.of(READER, WRITER, EXPIRED)) {
            Reply reply = withHeaders(path, "Cookie", cookie, "Authorization", "Bearer " + token);

            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
        assertThat(withHeaders("session", "Cookie", cookie, "Authorization", "Bearer " + READER)
                        .report())
                .containsEntry("visits-of-session", "2");
    }

    @Test
    void is_not_remembered_by_a_session_that_comes_along() {
        String cookie = sessionOfReader();

        for (String token : List.of(READER, WRITER)) {
            withHeaders("read/x", "Cookie", cookie, "Authorization", "Bearer " + token);
            assertThat(withHeaders("session", "Cookie", cookie).report()).containsEntry("caller", "nobody");
        }
    }

    private String sessionOfReader() {
        String cookie = with(READER, "session").header("Set-Cookie").split(";")[0];
        assertThat(cookie).startsWith("JSESSIONID=");
        return cookie;
    }
}
