package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code GetClientToken} of the local pool, which has no domain then. */
class ClientTokenCallsTest {

    private static LocalPool pool;
    private static PoolAdministrator administrator;
    private static JsonNode machine;

    @BeforeAll
    static void start() {
        pool = LocalPool.start(PoolDefinition.builder("eu-west-1_LocalPool")
                .resourceServer("orders", "read", "write")
                .build());
        administrator = new PoolAdministrator(pool.server().uri());
        machine = administrator.createTokenClient(pool.userPoolId());
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @Test
    void gets_a_token_that_the_verifier_accepts() {
        try (TokenSource tokens = TokenSource.of(settings(secret()).build());
                TokenVerifier verifier = TokenVerifier.of(new VerifierSettingsBuilder()
                        .userPoolId(pool.userPoolId())
                        .issuers(List.of(pool.issuer()))
                        .keySetAddresses(List.of(pool.keySetAddress()))
                        .allowLoopbackHttp(true)
                        .clientIds(List.of(clientId()))
                        .build())) {
            assertThat(verifier.verify(tokens.token()))
                    .isInstanceOfSatisfying(
                            Verification.Accepted.class,
                            accepted -> assertThat(accepted.token().scopes()).containsExactly("orders/read"));
            assertThat(tokens.token()).isEqualTo(tokens.token());
            assertThat(tokens.statistics().requests()).isEqualTo(1);
        }
    }

    @Test
    void falls_back_to_the_second_secret() {
        try (TokenSource tokens = TokenSource.of(settings("a".repeat(52))
                .nextSecret(ClientTokenCallsTest::secret)
                .build())) {
            assertThat(tokens.token()).isNotEmpty();
            assertThat(tokens.statistics().requests()).isEqualTo(2);
        }
    }

    @Test
    void tells_what_the_api_refuses() {
        assertThat(refusal(settings("a".repeat(52)))).isEqualTo("NotAuthorizedException");
        assertThat(refusal(settings(secret()).clientId("nobody"))).isEqualTo("ResourceNotFoundException");
        assertThat(refusal(settings(secret()).scopes(List.of("orders/write")))).isEqualTo("InvalidParameterException");
    }

    private static String refusal(ClientSettingsBuilder settings) {
        try (TokenSource tokens = TokenSource.of(settings.build())) {
            String[] code = new String[1];
            assertThatThrownBy(tokens::token)
                    .isInstanceOfSatisfying(TokenRequestFailed.class, failure -> code[0] = failure.code());
            return code[0];
        }
    }

    private static ClientSettingsBuilder settings(String secret) {
        return new ClientSettingsBuilder()
                .apiEndpoint(pool.server().uri())
                .allowLoopbackHttp(true)
                .clientId(clientId())
                .secret(() -> secret)
                .scopes(List.of("orders/read"));
    }

    private static String clientId() {
        return machine.get("ClientId").asText();
    }

    private static String secret() {
        return machine.get("ClientSecret").asText();
    }
}
