package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.cognito4j.client.TokenStore.StoredToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store hands back is checked like an answer of the endpoint. */
@Timeout(60)
class CheckedStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private Optional<StoredToken> stored = Optional.empty();
    private final CheckedStore store =
            new CheckedStore(new OneToken(), "billing", Duration.ofSeconds(50), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        store.close();
    }

    static Stream<StoredToken> unacceptable() {
        String own = Jwts.of(NOW, LATER);
        return Stream.of(
                new StoredToken("", NOW, LATER),
                new StoredToken(" ", NOW, LATER),
                new StoredToken("a token", NOW, LATER),
                new StoredToken(own + "\n", NOW, LATER),
                new StoredToken(own + "\r\nX-Role: admin", NOW, LATER),
                new StoredToken("t\u00f6ken", NOW, LATER),
                new StoredToken("a".repeat(TokenClaims.MAX_LENGTH + 1), NOW, LATER),
                new StoredToken(own, NOW, NOW.plus(Duration.ofDays(3650))),
                new StoredToken(own, NOW, NOW.plus(Duration.ofDays(1)).plusNanos(1)),
                new StoredToken(own, NOW, Instant.MAX),
                new StoredToken(own, Instant.MAX, Instant.MAX),
                new StoredToken(own, NOW.plusSeconds(61), LATER),
                new StoredToken(null, NOW, LATER),
                new StoredToken(own, null, LATER),
                new StoredToken(own, NOW, null),
                new StoredToken(Jwts.of("{\"client_id\":\"shipping\"}"), NOW, LATER));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void takes_no(StoredToken token) {
        stored = Optional.of(token);

        assertThat(store.read("key")).isEmpty();
    }

    @Test
    void takes_none_for_none() {
        assertThat(store.read("key")).isEmpty();
        stored = null;
        assertThat(store.read("key")).isEmpty();
    }

    @Test
    void takes_a_token_that_the_endpoint_might_have_given() {
        StoredToken token = new StoredToken(Jwts.of(NOW, LATER), NOW, LATER);
        stored = Optional.of(token);
        assertThat(store.read("key")).contains(token);

        StoredToken longest = new StoredToken("opaque", NOW.plusSeconds(60), NOW.plusSeconds(60 + 86_400));
        stored = Optional.of(longest);
        assertThat(store.read("key")).contains(longest);
    }

    @Test
    void takes_the_earlier_end_of_the_store_s_and_the_token_s_own() {
        stored = Optional.of(new StoredToken(Jwts.of(NOW, NOW.plusSeconds(300)), NOW, LATER));
        assertThat(store.read("key").orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(300));

        stored = Optional.of(new StoredToken(Jwts.of(NOW, LATER), NOW, NOW.plusSeconds(300)));
        assertThat(store.read("key").orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void a_token_of_the_store_that_has_expired_is_never_given_out() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint()) {
            Instant now = Instant.now();
            stored = Optional.of(new StoredToken(
                    Jwts.of(now.minusSeconds(7200), now.minusSeconds(3600)), now, now.plusSeconds(3600)));
            try (TokenSource source =
                    TokenSource.of(endpoint.client().store(new OneToken()).build())) {
                assertThat(source.token()).isEqualTo("token-1");
            }
        }
    }

    @Test
    void says_nothing_of_what_the_store_threw() {
        stored = null;
        CheckedStore faulty = new CheckedStore(
                new OneToken() {
                    @Override
                    public Optional<StoredToken> read(String key) {
                        throw new IllegalStateException("secret");
                    }
                },
                "billing",
                Duration.ofSeconds(50),
                InstantSource.fixed(NOW));

        assertThatThrownBy(() -> faulty.read("key"))
                .hasMessage("the token store failed")
                .hasNoCause();
        faulty.close();
    }

    private class OneToken implements TokenStore {

        @Override
        public Optional<StoredToken> read(String key) {
            return stored;
        }

        @Override
        public void write(String key, StoredToken token) {
            stored = Optional.of(token);
        }

        @Override
        public boolean claim(String key, String node, Duration lease) {
            return true;
        }

        @Override
        public void release(String key, String node) {}
    }
}
