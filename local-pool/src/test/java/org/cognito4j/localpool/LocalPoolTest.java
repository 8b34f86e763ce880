package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LocalPoolTest {
    private final PoolDefinition definition = Pools.orders();

    @Test
    void names_its_addresses() {
        try (LocalPool pool = LocalPool.start(definition)) {
            String uri = pool.uri().toString();

            assertThat(uri).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
            assertThat(pool.userPoolId()).isEqualTo("eu-west-1_LocalPool");
            assertThat(pool.issuer()).isEqualTo(uri + "/eu-west-1_LocalPool");
            assertThat(pool.tokenEndpoint()).hasToString(uri + "/oauth2/token");
            assertThat(pool.keySetAddress()).hasToString(uri + "/eu-west-1_LocalPool/.well-known/jwks.json");
        }
    }

    @Test
    void gives_its_clients_by_name() {
        try (LocalPool pool = LocalPool.start(definition)) {
            assertThat(pool.client("odd")).isEqualTo(definition.clients().get(1));
            assertThatThrownBy(() -> pool.client("nobody")).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void has_fresh_keys_when_started_again_on_the_same_port() {
        LocalPool first = LocalPool.start(definition);
        String token = first.mint("billing").token();
        first.close();

        try (LocalPool second = LocalPool.start(definition, first.uri().getPort())) {
            assertThat(second.issuer()).isEqualTo(first.issuer());
            assertThat(Tokens.isSignedBy(second, token)).isFalse();
            assertThat(Tokens.isSignedBy(second, second.mint("billing").token()))
                    .isTrue();
        }
    }

    @Test
    void refuses_connections_during_a_pause_and_keeps_its_keys() {
        try (LocalPool pool = LocalPool.start(definition)) {
            String token = pool.mint("billing").token();

            pool.pause();
            assertThatThrownBy(() -> Caller.get(pool.keySetAddress())).isInstanceOf(UncheckedIOException.class);

            pool.resume();
            assertThat(Tokens.isSignedBy(pool, token)).isTrue();
        }
    }

    @Test
    void tells_that_a_port_is_taken() {
        try (LocalPool pool = LocalPool.start(definition)) {
            int port = pool.uri().getPort();

            assertThatThrownBy(() -> LocalPool.start(definition, port))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void tells_that_its_port_was_taken_during_a_pause() {
        try (LocalPool pool = LocalPool.start(definition)) {
            pool.pause();
            try (LocalPool other = LocalPool.start(definition, pool.uri().getPort())) {
                assertThat(other.uri()).isEqualTo(pool.uri());
                assertThatThrownBy(pool::resume).isInstanceOf(UncheckedIOException.class);
            }
        }
    }

    @Test
    void may_be_closed_twice() {
        LocalPool pool = LocalPool.start(definition);

        pool.close();
        pool.close();

        assertThatThrownBy(() -> Caller.get(pool.keySetAddress())).isInstanceOf(UncheckedIOException.class);
    }
}
