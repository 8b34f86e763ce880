package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportTest {

    @ParameterizedTest
    @CsvSource({
        "https://keys.example/a, HTTPS",
        "HTTPS://keys.example, HTTPS",
        "https://127.0.0.1/, HTTPS",
        "https:///a, UNSAFE",
        "https:a, UNSAFE",
        "http://localhost:9229/a, LOOPBACK",
        "HTTP://127.0.0.1, LOOPBACK",
        "http://127.255.255.255/, LOOPBACK",
        "http://[::1]:9229/, LOOPBACK",
        "http://127.0.0.256/, UNSAFE",
        "http://127.0.0.999/, UNSAFE",
        "http://127.0.1/, UNSAFE",
        "http://127.0.0.1.example/, UNSAFE",
        "http://0127.0.0.1/, UNSAFE",
        "http://[::2]/, UNSAFE",
        "http://localhost.example/, UNSAFE",
        "http://keys.example/, UNSAFE",
        "http:///a, UNSAFE",
        "ftp://127.0.0.1/, UNSAFE",
        "/a, UNSAFE",
    })
    void is_as_safe_as_the_address_says(URI address, Transport transport) {
        assertThat(Transport.of(address)).isEqualTo(transport);
    }
}
