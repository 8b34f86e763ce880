package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cognito4j.it.hostile.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A secret of an application: it is asked for by every kind of caller, and only those who may have it get it.
 *
 * @param method an HTTP method, or {@link #WEBSOCKET}
 * @param exact whether callers without access get a refusal and others the secret; otherwise the former do not get the secret,
 *     and nothing is asked as the latter
 */
record Question(String method, String path, Access access, boolean exact) implements Consumer<URL> {

    /** Stands for the handshake of a WebSocket and one message. */
    static final String WEBSOCKET = "WEBSOCKET";

    private static final List<Integer> REFUSALS = List.of(400, 401, 403);

    /** The methods that every server and servlet has, so that a refusal cannot be an answer to the method itself. */
    private static final Set<String> ORDINARY = Set.of("GET", "HEAD", "POST", WEBSOCKET);

    /** A secret that callers get who may have it; others get a refusal. */
    static Question guarded(String method, String path, Access access) {
        return new Question(method, path, access, ORDINARY.contains(method));
    }

    /** The same for a method that the server takes for an ordinary one. */
    static Question exactly(String method, String path, Access access) {
        return new Question(method, path, access, true);
    }

    /** A path whose answer may be anything, only not the secret for callers who may not have it. */
    static Question hidden(String method, String path, Access access) {
        return new Question(method, path, access, false);
    }

    /** Returns the same for an application that has ended: no caller gets the secret. */
    Question ofEndedApplication() {
        return hidden(method, path, Access.NOBODY);
    }

    /** Asks for the secret as callers who must not have it, as those who may, and once more as the first ones. */
    @Override
    public void accept(URL base) {
        assertRefused(base);
        if (exact) {
            access.admitted().forEach((client, token) -> assertAdmitted(client, send(base, token)));
            assertRefused(base);
        }
    }

    /** Asserts that paths do not show the secret without an acceptable token. */
    static void assertHidden(URL base, String... paths) {
        for (String path : paths) {
            hidden("GET", path, Access.ANY_TOKEN).accept(base);
        }
    }

    private void assertRefused(URL base) {
        assertRefused("an anonymous caller", send(base, null));
        access.refused().forEach((caller, token) -> assertRefused(caller, send(base, token)));
    }

    private void assertRefused(String caller, Reply reply) {
        assertThat(reply.body() + reply.headers().map())
                .as("%s %s for %s: %s", method, path, caller, reply.status())
                .doesNotContain(Secret.TEXT);
        if (exact) {
            assertThat(reply.status())
                    .as("%s %s for %s: %s", method, path, caller, reply.body())
                    .isIn(REFUSALS);
        }
    }

    private void assertAdmitted(String client, Reply reply) {
        assertThat(reply.status())
                .as("%s %s for %s: %s %s", method, path, client, reply.challenge(), reply.body())
                .isEqualTo(200);
        if (!method.equals("HEAD")) {
            assertThat(reply.body())
                    .as("%s %s for %s", method, path, client)
                    .contains(Secret.TEXT)
                    .contains("caller=" + client);
        }
    }

    private Reply send(URL base, @Nullable String token) {
        return method.equals(WEBSOCKET) ? Handshake.send(base, path, token) : Client.send(base, method, path, token);
    }
}
