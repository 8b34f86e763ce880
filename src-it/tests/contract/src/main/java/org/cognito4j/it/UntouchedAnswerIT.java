package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer to a caller whom nobody refuses says nothing of a refusal, in whatever way the application comes to it. */
class UntouchedAnswerIT extends Contract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/x",
                "read/x",
                "any-caller/x",
                "session",
                "authenticate/by-request",
                "authenticate/again",
                "async/thread",
                "async/dispatch",
                "dispatch/forward",
                "dispatch/include",
                "dispatch/error",
                "asking/twice",
                "asking/redirect",
                "asking/forward",
                "asking/include",
                "asking/dispatch",
                "asking/missing",
                "asking/login",
                "asking/logout",
                "no-such-page"
            })
    void has_no_challenge(String path) {
        assertUntouched("GET", path);
        assertUntouched("HEAD", path);
    }

    @ParameterizedTest
    @NeedsJakartaSecurity
    @ValueSource(strings = {"authenticate/by-security-context", "security-context", "rest/read", "scoped/read"})
    void has_no_challenge_from_beans(String path) {
        assertUntouched("GET", path);
    }

    private void assertUntouched(String method, String path) {
        Reply reply = send(method, path, READER);

        if (reply.status() != 401) { // a logged-out caller may be asked for again
            assertThat(reply.challenge()).isEmpty();
            // WildFly keeps protected resources out of caches itself, with a header of more parts
            assertThat(reply.header("Cache-Control")).isNotEqualTo("no-store");
        }
    }
}
