package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

class HeaderRemovalTest {

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

        HeaderRemoval.removeBody(face);

        assertThat(response.headers())
                .containsOnlyKeys("Access-Control-Allow-Origin", "Content-Security-Policy", "Vary");
        assertThat(response.headers().get("Vary")).containsExactly("Origin", "Accept");
        assertThat(response.status()).isEqualTo(200);
    }
}
