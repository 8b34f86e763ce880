package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private final Connection connection = new Connection();

    /** What the body asks of the other side. */
    private static final class Connection implements Flow.Subscription {

        private long requested;
        private boolean cancelled;

        @Override
        public void request(long count) {
            requested += count;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void collects_what_is_exactly_as_long_as_allowed() {
        BoundedBody body = ofAtMost(5);
        body.onNext(chunks("ab", "c"));
        body.onNext(chunks("de"));
        assertThat(result(body)).isNotDone();
        body.onComplete();

        assertThat(result(body).join()).hasValue("abcde".getBytes(US_ASCII));
        assertThat(connection.requested).isEqualTo(Long.MAX_VALUE);
        assertThat(connection.cancelled).isFalse();
    }

    @Test
    void gives_up_at_the_first_byte_too_many() {
        BoundedBody body = ofAtMost(5);
        body.onNext(chunks("abc"));
        assertThat(connection.cancelled).isFalse();
        body.onNext(chunks("de", "f", "g"));

        assertThat(result(body).join()).isEmpty();
        assertThat(connection.cancelled).isTrue();
    }

    @Test
    void reads_nothing_where_nothing_is_wanted() {
        BoundedBody body = ofAtMost(0);

        assertThat(result(body).join()).isEmpty();
        assertThat(connection.requested).isZero();
        assertThat(connection.cancelled).isTrue();
    }

    @Test
    void tells_of_a_connection_that_broke() {
        BoundedBody body = ofAtMost(5);
        body.onError(new IOException("reset"));

        assertThat(result(body)).isCompletedExceptionally();
    }

    private BoundedBody ofAtMost(int limit) {
        BoundedBody body = new BoundedBody(limit);
        body.onSubscribe(connection);
        return body;
    }

    private static CompletableFuture<Optional<byte[]>> result(BoundedBody body) {
        return body.getBody().toCompletableFuture();
    }

    private static List<ByteBuffer> chunks(String... texts) {
        return List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(US_ASCII)))
                .toList();
    }
}
