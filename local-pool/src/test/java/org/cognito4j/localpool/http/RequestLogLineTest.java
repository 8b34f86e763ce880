package org.cognito4j.localpool.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogLineTest {
    private static final Logger LOGGER = Logger.getLogger("org.cognito4j.localpool.requests");

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Handler recorder = new Recorder();
    private LocalPool pool;

    @BeforeEach
    void start_the_pool() {
        LOGGER.addHandler(recorder);
        pool = LocalPool.start(Pools.orders());
    }

    @AfterEach
    void close_the_pool() {
        pool.close();
        LOGGER.removeHandler(recorder);
    }

    @Test
    void tells_method_path_status_and_client() throws InterruptedException {
        Caller.postAs(pool.client("billing"), pool, "grant_type=client_credentials");

        assertThat(nextLine()).isEqualTo("POST /oauth2/token 200 client=1example23456789 error=-");
    }

    @Test
    void tells_the_error_code() throws InterruptedException {
        Caller.postAs(pool.client("billing"), pool, "grant_type=client_credentials&scope=orders/gone");

        assertThat(nextLine()).isEqualTo("POST /oauth2/token 400 client=1example23456789 error=invalid_scope");
    }

    @Test
    void does_not_repeat_a_client_id_that_is_not_of_the_pool() throws InterruptedException {
        Caller.postWithBasic(pool.client("billing").clientSecret() + ":x", pool, "grant_type=client_credentials");

        assertThat(nextLine()).isEqualTo("POST /oauth2/token 400 client=- error=invalid_client");
    }

    @Test
    void leaves_the_query_out() throws InterruptedException {
        Caller.get(URI.create(pool.uri() + "/elsewhere?access_token=secret"));

        assertThat(nextLine()).isEqualTo("GET /elsewhere 404");
    }

    @Test
    void keeps_an_encoded_line_break_encoded() throws InterruptedException {
        Caller.get(URI.create(pool.uri() + "/a%0d%0ab"));

        assertThat(nextLine()).isEqualTo("GET /a%0d%0ab 400");
    }

    @Test
    void cuts_and_cleans_what_came_from_outside() {
        assertThat(RequestLogLine.printable("a\r\nb\u001b[0m\u00e9 c")).isEqualTo("a??b?[0m??c");
        assertThat(RequestLogLine.printable("x".repeat(500))).hasSize(128);
        assertThat(RequestLogLine.printable(null)).isEqualTo("-");
    }

    private String nextLine() throws InterruptedException {
        return lines.poll(10, TimeUnit.SECONDS);
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {
            // keeps everything in memory
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
