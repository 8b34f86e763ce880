package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.jakarta.security.VerifierServer;
import org.cognito4j.jakarta.security.VerifierServer.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sends every vector over HTTP, to each form of the module: the answer is the one for its result, and has nothing of the
 * token in its status line, its headers and its body.
 */
class HttpVectorTest {

    /** RFC 6750 section 2.1: what a header can hold as a token. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Pattern BROKEN = Pattern.compile(".*[\r\n].*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile(", error_description=\"([a-z-]+): ");
    private static final String WITHOUT_KEYS = "WITHOUT_KEYS";

    private static final TokenVerifier KEYLESS = keyless();

    private static VerifierServer server;

    @BeforeAll
    static void start() throws Exception {
        Map<String, Map.Entry<VerifierSettings, TokenVerifier>> verifiers = new HashMap<>();
        for (Service service : Service.values()) {
            verifiers.put(
                    service.name(),
                    Map.entry(service.settings(Vectors.POOL), Vectors.POOL.verifier(service.settings(Vectors.POOL))));
        }
        verifiers.put(WITHOUT_KEYS, Map.entry(Vectors.POOL.settings().build(), KEYLESS));
        server = new VerifierServer(verifiers);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void answers_each_vector_by_its_result_and_tells_nothing_of_it(Form form) throws Exception {
        for (Vector vector : Vectors.all()) {
            String answer = server.answer(vector.service().name(), form, Vectors.token(vector));

            assertSays(answer, vector, expected(vector, form));
            assertTellsNothing(answer, vector);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FILTER", "MECHANISM"})
    void tells_nothing_of_tokens_that_nobody_can_judge(Form form) throws Exception {
        for (Vector vector : Vectors.all()) {
            String token = Vectors.token(vector);
            String answer = server.answer(WITHOUT_KEYS, form, token);

            assertSays(answer, vector, expected(KEYLESS, token, form));
            assertTellsNothing(answer, vector);
        }
    }

    private static TokenVerifier keyless() {
        VerifierSettings settings = Vectors.POOL.settings().build();
        return TokenVerifier.of(
                List.of(settings),
                InstantSource.fixed(TestPool.NOW),
                each -> Vectors.POOL.keyRing(
                        each,
                        timeout -> {
                            throw new KeySetUnavailable("nobody answers");
                        },
                        new TestPool.RunsAtOnce()));
    }

    private static String expected(Vector vector, Form form) {
        String token = Vectors.token(vector);
        return arriving(token).equals(token) && TOKEN.matcher(token).matches()
                ? vector.reason().map(HttpVectorTest::said).orElse(accepted(form))
                : expected(Vectors.verifier(vector.service()), token, form);
    }

    private static String expected(TokenVerifier verifier, String token, Form form) {
        String arriving = arriving(token);
        if (!TOKEN.matcher(arriving).matches()) {
            return "400";
        }
        Verification verification = verifier.verify(arriving);
        if (verification instanceof Rejected rejected) {
            return said(rejected.reason());
        }
        return verification instanceof Accepted ? accepted(form) : "503";
    }

    private static String accepted(Form form) {
        return form == Form.FILTER_FOR_NOBODY ? "403 insufficient-scope" : "200";
    }

    private static String said(RejectionReason reason) {
        return "401 " + reason.code();
    }

    /** What HTTP makes of it: the header ends with the line, white space at its end and more spaces before do not count. */
    private static String arriving(String token) {
        return token.split("[\r\n]", -1)[0].replaceAll("^ +|[ \t]+$", "");
    }

    /** Status and code of an answer. The server itself refuses what is no header, without a code. */
    private static String said(String answer) {
        String status = answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
        Matcher code = CODE.matcher(answer);
        return code.find() && !status.equals("400") ? status + " " + code.group(1) : status;
    }

    /** What follows a line break is no header, for which the server itself refuses most of these requests. */
    private static void assertSays(String answer, Vector vector, String expected) {
        if (!BROKEN.matcher(Vectors.token(vector)).matches() || !said(answer).equals("400")) {
            assertThat(said(answer)).as(vector.id()).isEqualTo(expected);
        }
    }

    private static void assertTellsNothing(String answer, Vector vector) {
        assertThat(TokenTraces.in(answer, Vectors.token(vector)))
                .as("%s in %s", vector.id(), answer)
                .isEmpty();
        assertThat(answer.replaceAll("\r?\n", "")).as(vector.id()).doesNotContainPattern("\\p{Cntrl}|[^\\p{ASCII}]");
    }
}
