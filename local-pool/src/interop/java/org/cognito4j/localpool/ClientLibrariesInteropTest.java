package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth clients and verifiers of other languages and makers. */
class ClientLibrariesInteropTest {
    private static final String NODE = Tool.MODULE.resolve("interop/node").toString();
    private static final String SCOPE = "orders/read";

    private static LocalPool pool;
    private static AppClient billing;

    @BeforeAll
    static void start() {
        pool = LocalPool.start(Pools.orders());
        billing = pool.client("billing");
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void openid_client_gets_tokens_by_basic_and_by_post() {
        List<String> tokens = new Tool(
                        "node", NODE + "/openid.mjs", pool.issuer(), billing.clientId(), billing.clientSecret(), SCOPE)
                .output()
                .lines()
                .toList();

        assertThat(tokens).hasSize(2).allMatch(token -> Tokens.isSignedBy(pool, token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORIGINAL", "UPDATED"})
    void aws_jwt_verify_takes_tokens_for_cognitos_own(String issuer) {
        try (LocalCognito cognito =
                LocalCognito.configure().region("eu-west-1").amazonIssuers().start()) {
            Api api = new Api(cognito);
            String id = api.ok(
                            "CreateUserPool",
                            "{\"PoolName\": \"p\", \"IssuerConfiguration\": {\"Type\": \"" + issuer + "\"}}")
                    .at("/UserPool/Id")
                    .asText();
            api.defineScopes("CreateResourceServer", id, "read", "write");
            LocalPool real = cognito.pool(id);
            AppClient machine = api.createClient(id);
            String token = Tokens.json(Caller.postAs(machine, real, "grant_type=client_credentials")
                            .body())
                    .get("access_token")
                    .asText();
            TestTokens tokens = real.tokens(machine.name());

            assertThat(verdict(real, machine, token))
                    .isEqualTo(real.issuer())
                    .startsWith("https://")
                    .endsWith(".amazonaws.com/" + id);
            assertThat(verdict(real, machine, tokens.expired())).isEqualTo("JwtExpiredError");
            assertThat(verdict(real, machine, tokens.forged())).isEqualTo("JwtInvalidSignatureError");
            assertThat(verdict(real, machine, tokens.idToken(), "")).isEqualTo("CognitoJwtInvalidTokenUseError");
            assertThat(verdict(real, machine, tokens.ofWrongClient())).isEqualTo("CognitoJwtInvalidClientIdError");
        }
    }

    private static String verdict(LocalPool real, AppClient machine, String token) {
        return verdict(real, machine, token, SCOPE);
    }

    private static String verdict(LocalPool real, AppClient machine, String token, String scope) {
        return new Tool(
                        "node",
                        NODE + "/verify.mjs",
                        real.userPoolId(),
                        machine.clientId(),
                        scope,
                        real.keySetAddress().toString(),
                        token)
                .output();
    }

    @Test
    void requests_and_pyjwt_walk_the_whole_way() {
        String scope = new Tool(
                        "/usr/bin/python3",
                        Tool.MODULE.resolve("interop/flow.py").toString(),
                        pool.tokenEndpoint().toString(),
                        billing.clientId(),
                        billing.clientSecret(),
                        SCOPE,
                        pool.issuer())
                .output();

        assertThat(scope).isEqualTo(SCOPE);
    }

    @Test
    void nimbus_discovers_the_pool_and_gets_tokens() throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(pool.issuer()));
        ClientID id = new ClientID(billing.clientId());
        Secret secret = new Secret(billing.clientSecret());

        for (ClientAuthentication authentication :
                List.of(new ClientSecretBasic(id, secret), new ClientSecretPost(id, secret))) {
            TokenRequest request = new TokenRequest.Builder(
                            metadata.getTokenEndpointURI(), authentication, new ClientCredentialsGrant())
                    .scope(new Scope(SCOPE))
                    .build();
            TokenResponse answer = TokenResponse.parse(request.toHTTPRequest().send());

            String token = answer.toSuccessResponse()
                    .getTokens()
                    .getBearerAccessToken()
                    .getValue();
            assertThat(Tokens.isSignedBy(pool, token)).isTrue();
        }
    }

    @Test
    void nimbus_understands_a_refusal() throws Exception {
        ClientAuthentication wrong =
                new ClientSecretBasic(new ClientID(billing.clientId()), new Secret("not-the-secret"));
        TokenRequest request =
                new TokenRequest.Builder(pool.tokenEndpoint(), wrong, new ClientCredentialsGrant()).build();

        TokenResponse answer = TokenResponse.parse(request.toHTTPRequest().send());

        assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_client");
    }
}
