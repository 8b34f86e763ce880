package org.cognito4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.cognito4j.client.ScriptedEndpoint.Request;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BearerHttpClientTest {

    private static final byte[] ORDER = "order".getBytes(UTF_8);

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final ScriptedEndpoint api = new ScriptedEndpoint();
    private final TokenSource tokens = TokenSource.of(
            endpoint.client().timeout(java.time.Duration.ofSeconds(30)).build());
    private final HttpClient client = BearerHttpClient.of(HttpClient.newHttpClient(), tokens, api.at("/"));

    @AfterEach
    void stop() {
        tokens.close();
        api.close();
        endpoint.close();
    }

    static Stream<BodyPublisher> bodiesThatMayBeUsedUp() {
        InputStream stream = new ByteArrayInputStream(ORDER);
        return Stream.of(
                BodyPublishers.ofInputStream(() -> stream),
                BodyPublishers.fromPublisher(once()),
                BodyPublishers.fromPublisher(once(), ORDER.length),
                BodyPublishers.ofByteArrays(Stream.of(ORDER)::iterator),
                BodyPublishers.concat(
                        BodyPublishers.ofString("or"),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("der".getBytes(UTF_8)))));
    }

    /** A publisher with one subscriber. */
    private static java.util.concurrent.Flow.Publisher<ByteBuffer> once() {
        SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>();
        return subscriber -> {
            publisher.subscribe(subscriber);
            publisher.submit(ByteBuffer.wrap(ORDER));
            publisher.close();
        };
    }

    @ParameterizedTest
    @MethodSource("bodiesThatMayBeUsedUp")
    void hands_back_the_401_of_a_body_that_may_be_used_up(BodyPublisher body) throws Exception {
        api.answers(takes("token-2"));

        assertThat(client.send(post(body), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(api.requests()).extracting(Request::body).containsExactly("order");
        awaitRenewal();
        assertThat(client.send(post(BodyPublishers.ofString("next")), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("bodiesThatMayBeUsedUp")
    void does_the_same_without_waiting(BodyPublisher body) {
        api.answers(takes("token-2"));

        assertThat(client.sendAsync(post(body), BodyHandlers.ofString()).join().statusCode())
                .isEqualTo(401);
        assertThat(api.requests()).extracting(Request::body).containsExactly("order");
        awaitRenewal();
        assertThat(client.sendAsync(post(BodyPublishers.ofString("next")), BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void repeats_a_body_that_is_the_same_each_time(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("order"), ORDER);
        for (BodyPublisher body : List.of(
                BodyPublishers.ofString("order"),
                BodyPublishers.ofByteArray(ORDER),
                BodyPublishers.ofByteArray(ORDER, 0, ORDER.length),
                BodyPublishers.ofFile(file))) {
            assertThat(RepeatableBody.isIn(post(body))).isTrue();
        }
        api.answers(takes("token-2"));

        assertThat(client.send(post(BodyPublishers.ofFile(file)), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(api.requests()).extracting(Request::body).containsExactly("order", "order");
    }

    @Test
    void repeats_a_request_without_a_body() throws Exception {
        api.answers(takes("token-2"));

        assertThat(client.send(HttpRequest.newBuilder(api.at("/")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
        assertThat(RepeatableBody.isIn(post(BodyPublishers.noBody()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aborts_the_request_when_its_response_is_cancelled(boolean derived) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        try (FaultServer hanging = new FaultServer(hangs(begun, aborted))) {
            CompletableFuture<HttpResponse<String>> response =
                    of(hanging).sendAsync(get(hanging), BodyHandlers.ofString());
            CompletableFuture<String> body = response.thenApply(HttpResponse::body);
            begun.await();

            assertThat((derived ? body : response).cancel(true)).isTrue();

            assertThat(aborted.await(50, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(response::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aborts_the_repeated_request_when_its_response_is_cancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        Fault unauthorized = Fault.status(401, new byte[0], "WWW-Authenticate: Bearer");
        try (FaultServer hanging = new FaultServer(Fault.inTurn(unauthorized, hangs(begun, aborted)))) {
            CompletableFuture<HttpResponse<String>> response =
                    of(hanging).sendAsync(get(hanging), BodyHandlers.ofString());
            begun.await();
            response.cancel(true);

            assertThat(aborted.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sends_nothing_when_the_response_is_cancelled_before_there_is_a_token() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        endpoint.answers(request -> {
            asked.countDown();
            await(answer);
            return Reply.token("token-1");
        });
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(HttpRequest.newBuilder(api.at("/first")).build(), BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second =
                client.sendAsync(HttpRequest.newBuilder(api.at("/second")).build(), BodyHandlers.ofString());
        asked.await();
        first.cancel(true);
        answer.countDown();

        second.get(50, TimeUnit.SECONDS);
        assertThat(api.requests()).extracting(Request::path).containsExactly("/second");
        assertThat(first).isCancelled();
    }

    @Test
    void closes_the_body_of_a_401_when_the_repetition_is_cancelled() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        endpoint.answers(request -> {
            asked.countDown();
            if (endpoint.requests().size() > 1) {
                await(answer);
            }
            return Reply.token("token-" + endpoint.requests().size());
        });
        CountDownLatch gone = new CountDownLatch(1);
        try (FaultServer slow = new FaultServer(connection -> {
            connection.getOutputStream().write("HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\n".getBytes(UTF_8));
            while (connection.getInputStream().read() >= 0) {
                // nothing more comes
            }
            gone.countDown();
        })) {
            CompletableFuture<HttpResponse<InputStream>> response =
                    of(slow).sendAsync(get(slow), BodyHandlers.ofInputStream());
            asked.await();
            response.cancel(true);

            assertThat(gone.await(50, TimeUnit.SECONDS)).isTrue();
        } finally {
            answer.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_interrupted_send_is_an_interrupted_exception_while_it_waits_for_a_token(int hangingRequest)
            throws Exception {
        CountDownLatch asked = new CountDownLatch(hangingRequest);
        CountDownLatch never = new CountDownLatch(1);
        api.answers(new Reply(401, "no"));
        endpoint.answers(request -> {
            asked.countDown();
            if (endpoint.requests().size() == hangingRequest) {
                await(never);
            }
            return Reply.token("token-1");
        });
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            failure.complete(catchThrowable(
                    () -> client.send(HttpRequest.newBuilder(api.at("/")).build(), BodyHandlers.ofString())));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        asked.await();
        caller.interrupt();

        assertThat(failure.get(50, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(stillInterrupted.get()).isFalse();
        never.countDown();
    }

    @Test
    void fails_the_response_where_the_client_refuses_the_request() {
        HttpRequest request = post(new BodyPublisher() {
            @Override
            public long contentLength() {
                throw new IllegalStateException("no length");
            }

            @Override
            public void subscribe(java.util.concurrent.Flow.Subscriber<? super ByteBuffer> subscriber) {}
        });

        assertThat(catchThrowable(
                        () -> client.sendAsync(request, BodyHandlers.ofString()).get(50, TimeUnit.SECONDS)))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private Function<Request, Reply> takes(String token) {
        return request -> request.header("Authorization").equals("Bearer " + token)
                ? new Reply(201, "created")
                : new Reply(401, "no");
    }

    private HttpRequest post(BodyPublisher body) {
        return HttpRequest.newBuilder(api.at("/")).POST(body).build();
    }

    private static HttpRequest get(FaultServer server) {
        return HttpRequest.newBuilder(server.address("/")).build();
    }

    private HttpClient of(FaultServer server) {
        return BearerHttpClient.of(HttpClient.newHttpClient(), tokens, server.address("/"));
    }

    /** The refused token is replaced in the background. */
    private void awaitRenewal() {
        while (!tokens.token().equals("token-2")) {
            Thread.onSpinWait();
        }
    }

    private static Fault hangs(CountDownLatch begun, CountDownLatch aborted) {
        return connection -> {
            begun.countDown();
            try {
                while (connection.getInputStream().read() >= 0) {
                    // nothing more comes
                }
            } catch (IOException e) {
                // reset
            }
            aborted.countDown();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
