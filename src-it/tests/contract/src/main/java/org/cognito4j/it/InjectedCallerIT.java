package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.Contract.EXPIRED;
import static org.cognito4j.it.Contract.READER;
import static org.cognito4j.it.Contract.WRITER;
import static org.cognito4j.it.Contract.assertAskedForCredentials;

import java.net.URL;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller injected into objects that live longer than a request: it is the current one, or there is none. */
@ExtendWith(ArquillianExtension.class)
@NeedsJakartaSecurity
class InjectedCallerIT {

    private static final String READER_NAME = "reader";
    private static final String WRITER_NAME = "writer";
    private static final int REQUESTS = 400;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return ContractApplication.named("injected-caller").addPackage("org.cognito4j.it.injected");
    }

    @Test
    void is_the_caller_of_each_request() {
        assertIsEverywhere("reader", Client.send(base, "GET", "injected/x", READER));
        assertIsEverywhere("writer", Client.send(base, "GET", "injected/x", WRITER));
        assertIsEverywhere("reader", Client.send(base, "GET", "injected/x", READER));
    }

    @Test
    void is_the_caller_of_each_request_of_a_session() {
        String cookie = Client.send(base, "GET", "injected/x", READER)
                .header("Set-Cookie")
                .split(";")[0];

        assertThat(cookie).startsWith("JSESSIONID=");
        for (String name : List.of(WRITER_NAME, READER_NAME)) {
            String token = name.equals(READER_NAME) ? READER : WRITER;
            assertIsEverywhere(
                    name,
                    Client.sendWithHeaders(
                            base, "GET", "injected/x", "Cookie", cookie, "Authorization", "Bearer " + token));
        }
    }

    @Test
    void is_no_other_one_among_many_at_a_time() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Reply>> requests = IntStream.range(0, REQUESTS)
                    .<Callable<Reply>>mapToObj(
                            number -> () -> Client.send(base, "GET", "injected/x", number % 3 == 0 ? READER : WRITER))
                    .toList();

            List<Future<Reply>> replies = clients.invokeAll(requests);

            for (int number = 0; number < REQUESTS; number++) {
                assertIsEverywhere(
                        number % 3 == 0 ? "reader" : "writer",
                        replies.get(number).get());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void is_asked_for_credentials_if_anonymous() {
        Client.send(base, "GET", "injected/x", READER);

        assertAskedForCredentials(Client.send(base, "GET", "injected/x", null));
        assertThat(Client.send(base, "GET", "injected/x", EXPIRED).reason()).isEqualTo("invalid_token token-expired");
    }

    @Test
    void is_nobody_after_a_logout() {
        Reply reply = Client.send(base, "GET", "injected/logout", READER);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.challenge()).isEqualTo("Bearer realm=\"contract\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {READER_NAME, WRITER_NAME})
    void is_nobody_in_another_thread_unless_handed_on(String name) {
        String token = name.equals(READER_NAME) ? READER : WRITER;

        assertThat(Client.send(base, "GET", "injected/thread", token).report())
                .containsEntry("seen", "IllegalStateException");
        assertThat(Client.send(base, "GET", "injected/handed-over", token).report())
                .containsEntry("seen", name);
    }

    private static void assertIsEverywhere(String name, Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Filter")).isEqualTo(name);
        assertThat(reply.report())
                .containsEntry("caller", name)
                .containsEntry("principal", name)
                .containsEntry("early", name)
                .containsEntry("constructed", name)
                .containsEntry("inherited", name)
                .containsEntry("kept", name)
                .containsEntry("session", name + "/" + name)
                .containsEntry("interceptor", name)
                .containsEntry("observer", name + "/" + name)
                .containsEntry("text", "true");
    }
}
