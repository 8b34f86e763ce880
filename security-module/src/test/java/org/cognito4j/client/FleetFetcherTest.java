package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.client.TokenAnswer.Granted;
import org.junit.jupiter.api.Test;

/** A store that fails in the middle. */
class FleetFetcherTest {

    private static final Duration LEASE = Duration.ofSeconds(11);

    private final FakeTime time = new FakeTime();
    private final FlakyStore store = new FlakyStore();
    private final FleetFetcher fetcher = new FleetFetcher(new ScriptedFetcher(time), store, "key", LEASE, time);

    /** Others would wait for nothing until the lease is over. */
    @Test
    void shares_what_it_gets_and_releases_its_claim_when_the_store_fails_after_the_claim() {
        assertThat(fetcher.fetch(null)).isInstanceOf(Granted.class);

        assertThat(store.claimed).isFalse();
        assertThat(store.written).isTrue();
    }

    private static final class FlakyStore implements TokenStore {

        private boolean claimed;
        private boolean written;

        @Override
        public Optional<StoredToken> read(String key) {
            if (claimed) {
                throw new IllegalStateException("the connection was reset");
            }
            return Optional.empty();
        }

        @Override
        public void write(String key, StoredToken token) {
            written = true;
        }

        @Override
        public boolean claim(String key, String node, Duration lease) {
            claimed = true;
            return true;
        }

        @Override
        public void release(String key, String node) {
            claimed = false;
        }
    }
}
