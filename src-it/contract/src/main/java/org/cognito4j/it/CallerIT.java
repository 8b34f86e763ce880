package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerIT extends Contract {

    private static final String READER = TOKENS.accepted("reader", "read");

    @Test
    void is_known_to_the_servlet() {
        assertThat(with(READER, "open/x").report())
                .containsEntry("caller", "reader")
                .containsEntry("remote-user", "reader")
                .containsEntry("principal-class", "ToyPrincipal")
                .containsEntry("auth-type", "Bearer");
    }

    @Test
    void has_the_roles_of_its_token_and_no_other() {
        assertThat(with(READER, "open/x").report()).containsEntry("roles", "read,**");
        assertThat(with(TOKENS.accepted("both", "read", "write"), "open/x").report())
                .containsEntry("roles", "read,write,**");
        assertThat(with(TOKENS.accepted("none"), "open/x").report()).containsEntry("roles", "**");
    }

    @Test
    void is_known_to_the_security_context() {
        assertThat(with(READER, "security-context").report())
                .containsEntry("caller", "reader")
                .containsEntry("principal-class", "ToyPrincipal")
                .containsEntry("roles", "read,**")
                .containsEntry("principals", "1")
                .containsEntry("own-principals", "1");
    }

    @Test
    void is_nobody_to_the_security_context_without_a_token() {
        assertThat(anonymously("security-context").report())
                .containsEntry("caller", "nobody")
                .containsEntry("roles", "")
                .containsEntry("principals", "0")
                .containsEntry("own-principals", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticate/by-request", "authenticate/by-security-context"})
    void can_be_asked_for_by_the_servlet(String path) {
        Reply reply = anonymously(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.challenge()).startsWith("Bearer realm=").doesNotContain("error");
        assertThat(reply.body()).doesNotContain("caller=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticate/by-request", "authenticate/by-security-context"})
    void passes_when_the_servlet_asks(String path) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("roles", "read,**");
    }

    @Test
    void leaves_no_session_and_no_cookie() {
        Reply reply = with(READER, "read/x");

        assertThat(reply.report()).containsEntry("session", "false");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(with(TOKENS.refused(), "read/x").header("Set-Cookie")).isEmpty();
    }

    @Test
    void is_forgotten_after_the_request() {
        with(READER, "read/x");

        assertThat(anonymously("open/x").report()).containsEntry("caller", "nobody");
        assertThat(anonymously("read/x").status()).isEqualTo(401);
    }

    @Test
    void is_never_taken_for_another_one() throws Exception {
        List<String> paths = List.of("read/x", "open/x", "async/thread", "async/dispatch", "dispatch/forward");
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> requests = IntStream.range(0, 640)
                    .<Callable<String>>mapToObj(i -> () -> callerSeen(i, paths.get(i % paths.size())))
                    .toList();

            List<Future<String>> callers = clients.invokeAll(requests);

            for (int i = 0; i < callers.size(); i++) {
                assertThat(callers.get(i).get()).isEqualTo(i % 3 == 0 ? "nobody" : "caller-" + i);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Every third request is anonymous or bears a bad token, the others are each of another caller. */
    private String callerSeen(int number, String path) {
        Reply reply = number % 3 > 0
                ? with(TOKENS.accepted("caller-" + number, "read"), path)
                : number % 2 == 0 ? anonymously(path) : with(TOKENS.refused(), path);
        return reply.report().getOrDefault("caller", "nobody");
    }
}
