package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.cognito4j.jakarta.fake.FakeResponse;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {

    @Test
    void keeps_the_headers_of_filters_when_it_removes_a_body() {
        FakeResponse response = new FakeResponse(true);
        HttpServletResponse face = response.face();
        face.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
        face.addHeader("Vary", "Origin");
        face.addHeader("Vary", "Accept");
        face.setHeader("Content-Security-Policy", "default-src 'none'");
        face.setHeader("Content-Type", "application/json");
        face.setHeader("Content-Length", "7");
        face.setHeader("X-Order", "7");
        face.setHeader("ETag", "\"1\"");
        face.addHeader("Set-Cookie", "a=b");
        face.setStatus(201);

        ResponseHeaders.removeBody(face);

        assertThat(response.headers())
                .containsOnlyKeys("Access-Control-Allow-Origin", "Content-Security-Policy", "Vary");
        assertThat(response.headers().get("Vary")).containsExactly("Origin", "Accept");
        assertThat(response.status()).isEqualTo(200);
    }
}
