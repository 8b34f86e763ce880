package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.cognito4j.client.TokenStore.StoredToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither secrets nor tokens can be read anywhere but where they are asked for. */
class SecretsStayTest {

    private static final String SECRET = "first-secret-of-billing";
    private static final String TOKEN = "eyJhbGciOi.J9.c2ln";

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final Logger logger = Logger.getLogger("org.cognito4j");
    private final Captured captured = new Captured();

    private static final class Captured extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch first = new CountDownLatch(1);

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
            first.countDown();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.addHandler(captured);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(captured);
        logger.setLevel(null);
        endpoint.close();
    }

    @Test
    void out_of_texts_and_logs() {
        endpoint.answers(Reply.token(TOKEN));
        ClientSettings settings = endpoint.client().nextSecret(() -> SECRET).build();
        try (TokenSource source = TokenSource.of(settings)) {
            source.token();
            endpoint.answers(Reply.error(SECRET));
            source.tokenAfter(TOKEN);
            assertThat(source.toString() + source.statistics() + settings + TokenRequestForm.of(settings))
                    .contains("billing")
                    .doesNotContain(SECRET, TOKEN);
        }
        assertThat(new TokenAnswer.Granted(TOKEN, Instant.EPOCH, Duration.ZERO).toString())
                .doesNotContain(TOKEN);
        assertThat(new StoredToken(TOKEN, Instant.EPOCH, Instant.EPOCH).toString())
                .doesNotContain(TOKEN);
        assertThat(captured.lines).isNotEmpty().noneMatch(line -> line.contains(SECRET) || line.contains(TOKEN));
    }

    @Test
    void out_of_exceptions() throws InterruptedException {
        for (Reply reply : List.of(
                Reply.error(SECRET),
                new Reply(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":0}"),
                new Reply(500, SECRET + TOKEN))) {
            endpoint.answers(reply);
            assertThat(stackOf(endpoint.client())).doesNotContain(SECRET, TOKEN);
        }
        assertThat(stackOf(endpoint.client().secret(() -> {
                    throw new IllegalStateException(SECRET);
                })))
                .doesNotContain(SECRET);
        try (TokenSource open =
                TokenSource.of(endpoint.client().build())) { // nobody waits for lines, not even at the end
            catchThrowableOfType(TokenRequestFailed.class, open::token);
            assertThat(captured.first.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(captured.lines).isNotEmpty().noneMatch(line -> line.contains(SECRET) || line.contains(TOKEN));
    }

    private static String stackOf(ClientSettingsBuilder settings) {
        StringWriter stack = new StringWriter();
        try (TokenSource source = TokenSource.of(settings.build())) {
            catchThrowableOfType(TokenRequestFailed.class, source::token).printStackTrace(new PrintWriter(stack));
        }
        return stack.toString();
    }
}
