package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.cognito4j.client.ScriptedEndpoint.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TokenSourceTest {

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void sends_the_secret_in_the_authorization_header() {
        assertThat(token(endpoint.client().scopes(List.of("orders/write", "orders/read"))))
                .isEqualTo("token-1");

        Request request = endpoint.requests().get(0);
        assertThat(request.path()).isEqualTo("/oauth2/token");
        assertThat(request.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.header("Authorization")).isEqualTo("Basic YmlsbGluZzpmaXJzdC1zZWNyZXQtb2YtYmlsbGluZw==");
        assertThat(request.body())
                .isEqualTo("grant_type=client_credentials&client_id=billing&scope=orders%2Fread%20orders%2Fwrite");
    }

    @Test
    void sends_the_secret_in_the_body_if_told_so() {
        token(endpoint.client().secretInBody(true).secret(() -> "a+b_c"));

        Request request = endpoint.requests().get(0);
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.body()).isEqualTo("grant_type=client_credentials&client_id=billing&client_secret=a%2Bb_c");
    }

    @Test
    void hands_client_metadata_on_as_json() {
        token(endpoint.client().clientMetadata(Map.of("tenant", "A&B \"ü\"")));

        assertThat(endpoint.requests().get(0).body())
                .endsWith("&aws_client_metadata=%7B%22tenant%22%3A%22A%26B%20%5C%22%C3%BC%5C%22%22%7D");
    }

    @Test
    void calls_get_client_token_unsigned_where_there_is_no_domain() {
        endpoint.answers(
                new Reply(
                        200,
                        "{\"ClientAuthenticationResult\":{\"AccessToken\":\"eyJ.a.b\",\"ExpiresIn\":3600,\"TokenType\":\"Bearer\"}}"));

        String token = token(api().scopes(List.of("orders/read")).clientMetadata(Map.of("tenant", "A")));

        assertThat(token).isEqualTo("eyJ.a.b");
        Request request = endpoint.requests().get(0);
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.header("Content-type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(request.header("X-amz-target")).isEqualTo("AWSCognitoIdentityProviderService.GetClientToken");
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.body())
                .isEqualTo("{\"ClientId\":\"billing\",\"Secret\":\"first-secret-of-billing\","
                        + "\"Scopes\":[\"orders/read\"],\"ClientMetadata\":{\"tenant\":\"A\"}}");
    }

    @Test
    void tries_the_second_secret_of_get_client_token_too() {
        endpoint.answers(request -> request.body().contains("first-secret")
                ? new Reply(
                        400,
                        "{\"__type\":\"com.amazonaws.cognito#NotAuthorizedException\",\"message\":\"Invalid client or secret\"}")
                : new Reply(200, "{\"ClientAuthenticationResult\":{\"AccessToken\":\"second\",\"ExpiresIn\":300}}"));

        assertThat(token(api().nextSecret(() -> "second-secret-of-billing"))).isEqualTo("second");
    }

    @Test
    void asks_once_for_10_000_concurrent_cold_callers() throws Exception {
        CountDownLatch allWait = new CountDownLatch(10_000);
        endpoint.answers(request -> {
            awaitAll(allWait);
            return Reply.token("the-one");
        });
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            Callable<Future<String>> call = () -> {
                Future<String> token = source.tokenAsync();
                allWait.countDown();
                return token;
            };

            List<Future<Future<String>>> calls =
                    callers.invokeAll(Stream.generate(() -> call).limit(10_000).toList());

            for (Future<Future<String>> waiting : calls) {
                assertThat(waiting.get().get()).isEqualTo("the-one");
            }
            assertThat(source.token()).isEqualTo("the-one");
            assertThat(source.statistics().requests()).isEqualTo(1);
        } finally {
            callers.shutdown();
        }
        assertThat(endpoint.requests()).hasSize(1);
    }

    @Test
    void tells_what_is_wrong_by_cognitos_code_and_a_hint() {
        endpoint.answers(Reply.error("invalid_grant"));

        TokenRequestFailed failure = failure(endpoint.client());

        assertThat(failure.code()).isEqualTo("invalid_grant");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.hint()).contains("AllowedOAuthFlowsUserPoolClient");
        assertThat(failure.retryAfter()).isPresent();
    }

    @Test
    void fails_an_asynchronous_call_the_same_way() {
        endpoint.answers(Reply.error("invalid_scope"));
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            CompletionException failure = catchThrowableOfType(
                    CompletionException.class, () -> source.tokenAsync().join());

            assertThat(failure)
                    .cause()
                    .isInstanceOfSatisfying(
                            TokenRequestFailed.class,
                            cause -> assertThat(cause.code()).isEqualTo("invalid_scope"));
        }
    }

    @Test
    void falls_back_to_the_second_secret_and_stays_with_it() {
        endpoint.answers(request -> request.header("Authorization").equals("Basic YmlsbGluZzp0d28=")
                ? Reply.token("token-" + endpoint.requests().size())
                : Reply.error("invalid_client"));
        try (TokenSource source =
                TokenSource.of(endpoint.client().nextSecret(() -> "two\n").build())) {
            String first = source.token();

            assertThat(first).isEqualTo("token-2");
            assertThat(source.tokenAfter(first)).contains("token-3");
            assertThat(source.statistics().failures()).isEqualTo(1);
        }
    }

    @Test
    void does_not_follow_a_redirect_with_the_secret() {
        endpoint.answers(
                new Reply(307, "", "Location", endpoint.at("/elsewhere").toString()));

        TokenRequestFailed failure = failure(endpoint.client());

        assertThat(failure.code()).isEqualTo("redirected");
        assertThat(failure.retryable()).isFalse();
        assertThat(endpoint.requests()).extracting(Request::path).containsExactly("/oauth2/token");
    }

    @Test
    void gives_up_at_its_deadline() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        endpoint.answers(request -> {
            awaitAll(never);
            return Reply.token("late");
        });

        TokenRequestFailed failure = failure(endpoint.client().timeout(java.time.Duration.ofMillis(100)));

        assertThat(failure.code()).isEqualTo("no-answer");
        assertThat(failure.retryable()).isTrue();
        never.countDown();
    }

    @Test
    void calls_nothing_retryable_but_what_may_pass() {
        assertThat(failureOf(new Reply(503, "<html>")).code()).isEqualTo("http-503");
        assertThat(failureOf(new Reply(503, "<html>")).retryable()).isTrue();
        assertThat(failureOf(new Reply(429, "", "Retry-After", "120")).retryAfter())
                .contains(java.time.Duration.ofMinutes(2));
        assertThat(failureOf(new Reply(400, "{\"__type\":\"TooManyRequestsException\",\"error\":\"slow_down\"}"))
                        .retryable())
                .isTrue();
        assertThat(failureOf(new Reply(405, "")).retryable()).isFalse();
        assertThat(failureOf(new Reply(405, "")).code()).isEqualTo("http-405");
    }

    @Test
    void says_that_a_firewall_refused_the_request() {
        for (Reply reply : List.of(
                new Reply(403, "<html><body><h1>403 Forbidden</h1></body></html>", "Content-Type", "text/html"),
                new Reply(403, ""),
                new Reply(403, "{\"message\":\"Forbidden\"}"),
                new Reply(
                        403,
                        "{\"__type\":\"ForbiddenException\",\"message\":\"Request not allowed due to WAF block.\"}"),
                new Reply(202, "", "x-amzn-waf-action", "challenge"),
                new Reply(405, "<html>", "x-amzn-waf-action", "captcha"))) {
            TokenRequestFailed failure = failureOf(reply);

            assertThat(failure.hint()).contains("WAF", "Java-http-client").doesNotContain("settings");
            assertThat(failure.retryable()).isFalse();
        }
        assertThat(failureOf(new Reply(405, "", "x-amzn-waf-action", "captcha")).code())
                .isEqualTo("http-405");
    }

    @Test
    void says_that_the_api_s_firewall_refused_the_request() {
        endpoint.answers(new Reply(
                403, "{\"__type\":\"ForbiddenException\",\"message\":\"Request not allowed due to WAF block.\"}"));

        TokenRequestFailed failure = failure(api());

        assertThat(failure.code()).isEqualTo("ForbiddenException");
        assertThat(failure.hint()).contains("WAF");
    }

    @Test
    void says_that_the_pre_token_generation_function_failed() {
        for (String code : List.of("invalid_request", "invalid_grant")) {
            TokenRequestFailed failure = failureOf(
                    new Reply(
                            400,
                            "{\"error\":\"" + code
                                    + "\",\"error_description\":\"PreTokenGeneration failed with error secret of the function.\"}"));

            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.hint()).contains("pre token generation function");
            assertThat(failure.toString()).doesNotContain("secret of the function", "AllowedOAuthFlows");
            assertThat(failureOf(Reply.error(code)).hint()).contains("pre token generation function");
        }
        for (String type : List.of(
                "UserLambdaValidationException", "UnexpectedLambdaException", "InvalidLambdaResponseException")) {
            endpoint.answers(new Reply(400, "{\"__type\":\"" + type + "\",\"message\":\"secret of the function\"}"));
            TokenRequestFailed failure = failure(api());
            assertThat(failure.hint()).contains("pre token generation function");
            assertThat(failure.toString()).doesNotContain("secret of the function");
        }
    }

    /** At the start, while the HTTP client is made, and while it waits for an answer. */
    @RepeatedTest(20)
    void leaves_no_thread_when_it_is_closed_during_its_first_request() throws Exception {
        List<Thread> before = threads();
        CountDownLatch never = new CountDownLatch(1);
        endpoint.answers(request -> {
            awaitAll(never);
            return Reply.token("late");
        });
        Future<String> token;
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            token = source.tokenAsync();
        }
        assertThat(catchThrowableOfType(ExecutionException.class, () -> token.get(30, TimeUnit.SECONDS)))
                .hasRootCauseMessage("No token: closed. The source of tokens has been closed");
        never.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!threads().stream().allMatch(before::contains)) {
            assertThat(System.nanoTime()).as("%s", threads()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cognito4j")
                        || thread.getName().contains("SelectorManager"))
                .toList();
    }

    @Test
    void does_not_repeat_what_an_endpoint_writes_in_place_of_a_code() {
        assertThat(failureOf(Reply.error("first-secret-of-billing\\r\\nx")).code())
                .isEqualTo("answer-not-understood");
    }

    private TokenRequestFailed failureOf(Reply reply) {
        endpoint.answers(reply);
        return failure(endpoint.client());
    }

    private ClientSettingsBuilder api() {
        return new ClientSettingsBuilder()
                .apiEndpoint(endpoint.at("/"))
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> "first-secret-of-billing");
    }

    private static String token(ClientSettingsBuilder settings) {
        try (TokenSource source = TokenSource.of(settings.build())) {
            return source.token();
        }
    }

    private static TokenRequestFailed failure(ClientSettingsBuilder settings) {
        return catchThrowableOfType(TokenRequestFailed.class, () -> token(settings));
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
