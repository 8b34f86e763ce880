package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token with the scope that an API has asked for. */
class ScopeChallengeTest {

    private static final String WRITE = "Bearer error=\"insufficient_scope\", scope=\"orders/write\"";

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final TokenSource tokens =
            TokenSource.of(endpoint.client().scopes(List.of("orders/read")).build());

    @AfterEach
    void stop() {
        tokens.close();
        endpoint.close();
    }

    @Test
    void is_asked_for_with_the_scopes_that_the_client_has_anyway() {
        TokenSource wider = tokens.forChallenge(WRITE).orElseThrow();

        assertThat(wider.token()).isEqualTo("token-1");
        assertThat(endpoint.requests()).hasSize(1);
        assertThat(endpoint.requests().get(0).body()).endsWith("&scope=orders%2Fread%20orders%2Fwrite");
    }

    @Test
    void is_asked_for_once() {
        TokenSource wider = tokens.forChallenge(WRITE).orElseThrow();

        assertThat(tokens.forChallenge(WRITE)).containsSame(wider);
        assertThat(wider.forChallenge(WRITE)).isEmpty();
        assertThat(endpoint.requests()).hasSize(1);
    }

    /** Cognito answers so where an app client may not have a scope. */
    @Test
    void is_not_asked_for_again_where_the_client_may_not_have_it() {
        endpoint.answers(new Reply(400, "{\"error\":\"invalid_scope\"}"));

        IntStream.range(0, 20)
                .forEach(i -> assertThat(tokens.forChallenge(WRITE)).isEmpty());

        assertThat(endpoint.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer error=\"insufficient_scope\"",
                "Bearer error=\"insufficient_scope\", scope=\"orders/read\"",
                "Bearer error=\"invalid_token\", scope=\"orders/write\"",
                "Bearer scope=\"orders/write\"",
                "Bearer error=\"insufficient_scope\", scope=\"billing/read\"",
                "Bearer error=\"insufficient_scope\", scope=\"orders/write billing/read\"",
                "Bearer error=\"insufficient_scope\", scope=\"orders/write/all\"",
                "Bearer error=\"insufficient_scope\", scope=\"ordersx/write\"",
                "Bearer error=\"insufficient_scope\", scope=\"openid\"",
                "Basic realm=\"orders\"",
                ""
            })
    void is_not_asked_for_where_it_would_not_help_or_is_meant_for_another_api(String challenge) {
        assertThat(tokens.forChallenge(challenge)).isEmpty();
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void is_not_asked_for_by_a_client_that_has_all_its_scopes() {
        try (TokenSource all = TokenSource.of(endpoint.client().build())) {
            assertThat(all.forChallenge(WRITE)).isEmpty();
        }
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void is_bounded_whatever_an_api_asks_for() {
        long given = IntStream.range(0, 20)
                .mapToObj(i -> tokens.forChallenge("Bearer error=\"insufficient_scope\", scope=\"orders/" + i + "\""))
                .filter(Optional::isPresent)
                .count();

        assertThat(given).isEqualTo(8);
        assertThat(endpoint.requests()).hasSize(8);
    }

    @Test
    void ends_with_the_source_it_came_from() {
        TokenSource wider = tokens.forChallenge(WRITE).orElseThrow();

        tokens.close();

        assertThat(catchThrowable(wider::token)).isInstanceOf(TokenRequestFailed.class);
        assertThat(tokens.forChallenge(WRITE)).isEmpty();
    }
}
