package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.cognito4j.Verification.Accepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of a token, and no control character of a stranger's, in any log of any level or any text of an object. */
class LeakTest {

    private final TestPool pool = TestPool.create();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void record() {
        root.setLevel(Level.ALL);
        root.addHandler(recorder);
    }

    @AfterEach
    void restore() {
        root.removeHandler(recorder);
        root.setLevel(before);
    }

    @Test
    void hears_the_verifier() {
        pool.verifier().verify(pool.token().mint());

        assertThat(recorder.texts).anyMatch(text -> text.contains("Keys of user pool eu-west-1_AbCdEfGhI fetched: 2"));
    }

    @Test
    void shows_no_part_of_any_vector() {
        for (Vector vector : Vectors.all()) {
            String token = Vectors.token(vector);
            recorder.texts.clear();

            Verification outcome = Vectors.verify(vector);

            recorder.texts.add(outcome.toString());
            recorder.texts.addAll(textsOnTheWay(token));
            for (String text : recorder.texts) {
                assertThat(TokenTraces.in(text, token))
                        .as("%s in %s", vector.id(), text)
                        .isEmpty();
                assertThat(text).as(vector.id()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
            }
        }
    }

    @Test
    void shows_no_part_of_a_key_set_that_cannot_be_read() {
        for (String answer : List.of(
                "secret\u001B[2J<html>",
                "{\"keys\":[\"secret\\u001B\"]}",
                "{\"keys\":[{\"kid\":\"secret\\u001B\"},{\"kid\":\"secret\\u001B\"}]}")) {
            VerifierSettings settings = pool.settings().build();
            KeyRing ring = pool.keyRing(
                    settings,
                    timeout -> new KeySetSource.Fetched(KeySetParser.parse(answer.getBytes(UTF_8)), Optional.empty()),
                    new TestPool.RunsAtOnce());
            TokenVerifier verifier =
                    TokenVerifier.of(List.of(settings), InstantSource.fixed(TestPool.NOW), each -> ring);
            recorder.texts.clear();

            verifier.verify(pool.token().mint());

            assertThat(recorder.texts)
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("secret") || text.contains("\u001B"));
        }
    }

    @Test
    void describes_a_person_without_personal_claims() {
        VerifierSettings settings = pool.settings().callers(Callers.USERS).build();
        String token = pool.token()
                .forUser("alice")
                .claimText("email", "alice@example.com")
                .mint();

        Accepted outcome = (Accepted) pool.verifier(settings).verify(token);

        assertThat(outcome.toString()).doesNotContain("alice", "3b1c7c5e");
        assertThat(recorder.texts).noneMatch(text -> text.contains("alice"));
    }

    /** What the parts of a token say of themselves while it is read. */
    private static List<String> textsOnTheWay(String token) {
        List<String> texts = new ArrayList<>();
        try {
            CompactJws jws = CompactJws.parse(token);
            texts.add(jws.toString());
            texts.add(JoseHeader.parse(jws.header()).toString());
        } catch (TokenRejected e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            texts.add(e + trace.toString());
        }
        return texts;
    }

    private static final class Recorder extends Handler {

        private final List<String> texts = new ArrayList<>();

        Recorder() {
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord entry) {
            if (!entry.getLoggerName().startsWith("jdk.")) {
                texts.add(getFormatter().format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
