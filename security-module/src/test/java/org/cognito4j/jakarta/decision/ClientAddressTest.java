package org.cognito4j.jakarta.decision;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final String CONNECTION = "10.0.0.1";

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "192.0.2.7:4711, 192.0.2.7",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:4711, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "fe80::1%eth0, fe80::1",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:192.0.2.7, 1:2:3:4:5:6:192.0.2.7",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1"
    })
    void is_an_address_without_port_and_zone(String text, String address) {
        assertThat(ClientAddress.parse(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                "1..2.3",
                ".1.2.3",
                "1.2.3.04",
                "1.2.3.256",
                "1.2.3.2555",
                "256.2.3.4",
                "01.2.3.4",
                "1.2.3.4:port",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::1",
                "1.2.3.4::1",
                "host.example",
                ":::",
                "::1\r\nforged=1",
                "192.0.2.7\u202e",
                "${jndi:ldap://x}",
                "\"192.0.2.7\""
            })
    void is_empty_for_any_other_text(String text) {
        assertThat(ClientAddress.parse(text)).isEmpty();
        assertThat(ClientAddress.parse(null)).isEmpty();
        assertThat(ClientAddress.parse("1".repeat(100_000))).isEmpty();
    }

    @Test
    void is_that_of_the_connection_unless_a_header_is_named() {
        assertThat(new ClientAddress(null).of(request("192.0.2.7"))).isEqualTo(CONNECTION);
    }

    @Test
    void is_the_last_of_the_header_as_all_before_it_is_the_callers_own_text() {
        ClientAddress address = new ClientAddress("X-Forwarded-For");

        assertThat(address.of(request("192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(address.of(request("203.0.113.9, 192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(address.of(request("203.0.113.9", "192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(address.of(request("x".repeat(100_000) + ",192.0.2.7"))).isEqualTo("192.0.2.7");
    }

    @Test
    void is_that_of_the_connection_where_the_header_has_none() {
        ClientAddress address = new ClientAddress("X-Forwarded-For");

        assertThat(address.of(request())).isEqualTo(CONNECTION);
        assertThat(address.of(request("unknown"))).isEqualTo(CONNECTION);
        assertThat(address.of(request("192.0.2.7, forged\" client=\"x"))).isEqualTo(CONNECTION);
    }

    private static HttpServletRequest request(String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getRemoteAddr")
                        ? CONNECTION
                        : Collections.enumeration(List.of(headers)));
    }
}
