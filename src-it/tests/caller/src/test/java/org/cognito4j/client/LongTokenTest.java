package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest tokens that the local pool issues as Cognito does: for 50 scopes. */
class LongTokenTest {

    private static final String SECRET = "first0secret0of0billing0";
    private static final int MOST_SCOPES = 50;

    /** Whole scopes of 256 characters, which is what Cognito's API takes, and a resource server and a name of 256 characters each. */
    static Stream<List<String>> identifierAndNames() {
        return Stream.of(
                List.of("https://orders.example.com/" + "a".repeat(100), "b".repeat(128)),
                List.of("https://orders.example.com/" + "a".repeat(229), "b".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("identifierAndNames")
    void is_taken_whether_the_scopes_are_asked_for_or_all_are_granted(List<String> parts) {
        String identifier = parts.get(0);
        List<String> names = IntStream.range(0, MOST_SCOPES)
                .mapToObj(i -> String.format("%02d", i) + parts.get(1).substring(2))
                .toList();
        List<String> scopes =
                names.stream().map(name -> identifier + "/" + name).toList();
        PoolDefinition definition = PoolDefinition.builder("eu-west-1_LocalPool")
                .resourceServer(identifier, names.toArray(String[]::new))
                .client("billing", client -> client.id("billing").secret(SECRET).scopes(scopes.toArray(String[]::new)))
                .build();
        try (LocalPool pool = LocalPool.start(definition);
                TokenVerifier verifier = verifier(pool)) {
            for (List<String> asked : askable(scopes)) {
                ClientSettings settings = new ClientSettingsBuilder()
                        .tokenEndpoint(pool.tokenEndpoint())
                        .allowLoopbackHttp(true)
                        .clientId("billing")
                        .secret(() -> SECRET)
                        .scopes(asked)
                        .build();
                try (TokenSource tokens = TokenSource.of(settings)) {
                    String token = tokens.token();

                    assertThat(token).hasSizeGreaterThan(16_384);
                    assertThat(verifier.verify(token))
                            .isInstanceOfSatisfying(
                                    Verification.Accepted.class,
                                    accepted -> assertThat(accepted.token().scopes())
                                            .containsExactlyInAnyOrderElementsOf(scopes));
                }
            }
        }
    }

    /** A scope in a request has at most 256 characters; longer ones are granted where none is named. */
    private static List<List<String>> askable(List<String> scopes) {
        return scopes.get(0).length() <= 256 ? List.of(scopes, List.of()) : List.of(List.of());
    }

    private static TokenVerifier verifier(LocalPool pool) {
        return TokenVerifier.of(new VerifierSettingsBuilder()
                .userPoolId(pool.userPoolId())
                .issuers(List.of(pool.issuer()))
                .keySetAddresses(List.of(pool.keySetAddress()))
                .allowLoopbackHttp(true)
                .clientIds(List.of("billing"))
                .maxTokenSize(65_536)
                .build());
    }

    @Test
    void has_a_bound_that_is_more_than_cognito_issues() {
        int scopes = MOST_SCOPES * (256 + 1 + 256) + MOST_SCOPES - 1;

        assertThat(TokenClaims.MAX_LENGTH).isGreaterThan(scopes * 4 / 3 + 2_000);
    }
}
