package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiChallengeTest {

    @Test
    void is_read_from_what_this_module_answers() {
        ApiChallenge challenge = ApiChallenge.of("Bearer realm=\"cognito\", error=\"insufficient_scope\","
                        + " error_description=\"insufficient-scope: The token does not give the role that is needed here\","
                        + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/orders\","
                        + " scope=\"https://orders.example.com/write orders/admin\"")
                .orElseThrow();

        assertThat(challenge.error()).contains("insufficient_scope");
        assertThat(challenge.scopes()).containsExactly("https://orders.example.com/write", "orders/admin");
        assertThat(challenge.resourceMetadata())
                .contains(URI.create("https://api.example.com/.well-known/oauth-protected-resource/orders"));
        assertThat(challenge.asksForScopes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bearer scope=a/b                                             | a/b",
                "bearer   SCOPE = \"a/b c/d\"                                 | a/b c/d",
                "Basic realm=\"x, Bearer scope=\\\"no\\\"\", Bearer scope=\"a/b\" | a/b",
                "Negotiate, Bearer scope=\"a/b\"                              | a/b",
                "Negotiate abc==, , Bearer realm=x,scope=\"a/b\", Basic       | a/b",
                "Bearer scope=\"a/b\", Bearer scope=\"c/d\"                   | a/b",
                "Bearer scope=\"a/b\", scope=\"c/d\"                          | a/b",
                "Bearer scope=\"a\\/b  a\\\"c d/e\"                            | a/b d/e",
            })
    void is_the_first_one_for_bearer_tokens(String header, String scopes) {
        assertThat(ApiChallenge.of(header).map(challenge -> String.join(" ", challenge.scopes())))
                .contains(scopes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "Basic realm=\"x\"", "Bearerx scope=\"a/b\"", "\"Bearer\"", "="})
    void is_none_in_other_headers(String header) {
        assertThat(ApiChallenge.of(header)).isEmpty();
    }

    @Test
    void says_nothing_where_it_is_cut_off() {
        assertThat(ApiChallenge.of("Bearer")).contains(new ApiChallenge(Optional.empty(), Set.of(), Optional.empty()));
        assertThat(ApiChallenge.of("Bearer error=\"insufficient_scope\", scope=\"a/b")
                        .orElseThrow()
                        .scopes())
                .isEmpty();
        assertThat(ApiChallenge.of("Bearer scope=\"" + "a/b ".repeat(5_000) + '"'))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/metadata",
                "javascript:alert(1)",
                "https://user@api.example.com/",
                "file:///etc/passwd",
                "::",
                "/metadata"
            })
    void names_no_unsafe_address_of_metadata(String address) {
        assertThat(ApiChallenge.of("Bearer resource_metadata=\"" + address + '"')
                        .orElseThrow()
                        .resourceMetadata())
                .isEmpty();
    }
}
