package org.cognito4j.localpool.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cognito4j.localpool.Disturbances.Area;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.Pools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that do not wait for the body say that their connection ends, so that no client sends into it again. */
class UnreadBodyTest {
    private static final String CLOSE = "connection: close";

    private static LocalCognito cognito;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure().pool(Pools.orders()).start();
    }

    @AfterEach
    void calm() {
        cognito.disturbances().calm();
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST / HTTP/1.1, X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth",
        "POST / HTTP/1.1, X-Amz-Target: Coffee.Make",
        "POST /orders-demo/oauth2/token HTTP/1.1, Content-Type: text/plain",
        "PUT /orders-demo/oauth2/token HTTP/1.1, Content-Type: text/plain",
        "POST /nowhere HTTP/1.1, Content-Type: text/plain",
    })
    void ends_the_connection_in_words(String start, String header) throws IOException {
        assertThat(answer(start, header, "")).contains(CLOSE);
    }

    @Test
    void ends_it_in_words_when_disturbed() throws IOException {
        cognito.disturbances().status(503, Area.CONTROL);

        assertThat(answer("POST / HTTP/1.1", "X-Amz-Target: None", ""))
                .contains("http/1.1 503 service unavailable", CLOSE);
    }

    @Test
    void keeps_the_connection_after_a_body_that_is_there() throws IOException {
        assertThat(answer("POST / HTTP/1.1", "X-Amz-Target: Coffee.Make", "{        }"))
                .contains("http/1.1 400 bad request")
                .doesNotContain(CLOSE);
    }

    /** The lines of the answer's head, in small letters, to a request that promises ten bytes. */
    private static List<String> answer(String start, String header, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cognito.uri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((start + "\r\nHost: localhost\r\nContent-Length: 10\r\n" + header + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            List<String> head = new ArrayList<>();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.add(line.toLowerCase(Locale.ROOT));
            }
            return head;
        }
    }
}
