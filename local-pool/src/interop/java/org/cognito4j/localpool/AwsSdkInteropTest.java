package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ClientSecretDescriptorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IssuerConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ScopeDoesNotExistException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The AWS SDK for Java, version 2. */
class AwsSdkInteropTest {
    private static LocalCognito cognito;
    private static CognitoIdentityProviderClient signed;
    private static CognitoIdentityProviderClient anonymous;
    private static String pool;

    @BeforeAll
    static void make_a_pool() {
        cognito = LocalCognito.configure().start();
        signed = client(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
        anonymous = client(AnonymousCredentialsProvider.create());
        pool = signed.createUserPool(request -> request.poolName("sdk"))
                .userPool()
                .id();
        ResourceServerScopeType read = ResourceServerScopeType.builder()
                .scopeName("read")
                .scopeDescription("read")
                .build();
        signed.createResourceServer(request ->
                request.userPoolId(pool).identifier("orders").name("orders").scopes(read));
    }

    @AfterAll
    static void close() {
        signed.close();
        anonymous.close();
        cognito.close();
    }

    private static CognitoIdentityProviderClient client(AwsCredentialsProvider credentials) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito.uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .build();
    }

    @Test
    void describes_what_it_made() {
        assertThat(pool).startsWith("eu-central-1_");
        assertThat(signed.describeUserPool(request -> request.userPoolId(pool))
                        .userPool()
                        .name())
                .isEqualTo("sdk");
        assertThat(signed.listUserPoolsPaginator(request -> request.maxResults(1))
                        .userPools())
                .anyMatch(each -> each.id().equals(pool));
        assertThat(signed.listResourceServersPaginator(
                                request -> request.userPoolId(pool).maxResults(1))
                        .resourceServers())
                .hasSize(1);
        assertThat(signed.describeResourceServer(
                                request -> request.userPoolId(pool).identifier("orders"))
                        .resourceServer()
                        .scopes())
                .hasSize(1);
    }

    @Test
    void gets_tokens_signed_and_anonymous() {
        UserPoolClientType machine = tokenClient();

        for (CognitoIdentityProviderClient caller : new CognitoIdentityProviderClient[] {signed, anonymous}) {
            String token = caller.getClientToken(request -> request.clientId(machine.clientId())
                            .secret(machine.clientSecret())
                            .scopes("orders/read"))
                    .clientAuthenticationResult()
                    .accessToken();
            assertThat(Tokens.isSignedBy(cognito.pool(pool), token)).isTrue();
        }
        assertThatThrownBy(() -> anonymous.getClientToken(
                        request -> request.clientId(machine.clientId()).secret("x".repeat(52))))
                .isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void changes_a_secret_without_a_pause() {
        String id = tokenClient().clientId();

        ClientSecretDescriptorType added = signed.addUserPoolClientSecret(
                        request -> request.userPoolId(pool).clientId(id))
                .clientSecretDescriptor();
        assertThat(added.clientSecretValue()).hasSize(52);
        assertThatThrownBy(() -> signed.addUserPoolClientSecret(
                        request -> request.userPoolId(pool).clientId(id)))
                .isInstanceOf(LimitExceededException.class);
        String first = signed.listUserPoolClientSecrets(
                        request -> request.userPoolId(pool).clientId(id))
                .clientSecrets()
                .get(0)
                .clientSecretId();
        signed.deleteUserPoolClientSecret(
                request -> request.userPoolId(pool).clientId(id).clientSecretId(first));

        assertThat(anonymous
                        .getClientToken(request -> request.clientId(id).secret(added.clientSecretValue()))
                        .clientAuthenticationResult()
                        .expiresIn())
                .isEqualTo(3600);
    }

    @Test
    void changes_and_deletes_what_it_made() {
        String other = signed.createUserPool(request -> request.poolName("other")
                        .issuerConfiguration(IssuerConfigurationType.builder()
                                .type("UPDATED")
                                .build()))
                .userPool()
                .id();
        assertThat(cognito.pool(other).issuer()).contains("/issuer-cognito-idp/");
        signed.createUserPoolDomain(request -> request.userPoolId(other).domain("sdk-domain"));
        assertThat(signed.describeUserPoolDomain(request -> request.domain("sdk-domain"))
                        .domainDescription()
                        .userPoolId())
                .isEqualTo(other);
        String client = signed.createUserPoolClient(
                        request -> request.userPoolId(other).clientName("c"))
                .userPoolClient()
                .clientId();
        signed.updateUserPoolClient(
                request -> request.userPoolId(other).clientId(client).clientName("d"));
        assertThat(signed.listUserPoolClientsPaginator(
                                request -> request.userPoolId(other).maxResults(1))
                        .userPoolClients())
                .extracting("clientName")
                .containsExactly("d");
        signed.deleteUserPoolClient(request -> request.userPoolId(other).clientId(client));
        signed.deleteUserPoolDomain(request -> request.userPoolId(other).domain("sdk-domain"));
        signed.deleteUserPool(request -> request.userPoolId(other));

        assertThatThrownBy(() -> signed.describeUserPool(request -> request.userPoolId(other)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("User pool " + other + " does not exist.");
    }

    @Test
    void updates_and_tags_what_it_made() {
        UserPoolType made =
                signed.createUserPool(request -> request.poolName("updated")).userPool();
        signed.updateUserPool(request -> request.userPoolId(made.id()).deletionProtection("INACTIVE"));
        signed.tagResource(request -> request.resourceArn(made.arn()).tags(Map.of("team", "orders", "stage", "test")));
        signed.untagResource(request -> request.resourceArn(made.arn()).tagKeys("stage"));
        assertThat(signed.listTagsForResource(request -> request.resourceArn(made.arn()))
                        .tags())
                .containsExactly(Map.entry("team", "orders"));

        ResourceServerScopeType read = ResourceServerScopeType.builder()
                .scopeName("read")
                .scopeDescription("read")
                .build();
        signed.createResourceServer(
                request -> request.userPoolId(made.id()).identifier("api").name("api"));
        assertThat(signed.updateResourceServer(request -> request.userPoolId(made.id())
                                .identifier("api")
                                .name("renamed")
                                .scopes(read))
                        .resourceServer()
                        .scopes())
                .hasSize(1);
        signed.deleteResourceServer(request -> request.userPoolId(made.id()).identifier("api"));
        assertThat(signed.listResourceServers(request -> request.userPoolId(made.id()))
                        .resourceServers())
                .isEmpty();

        String client = signed.createUserPoolClient(request ->
                        request.userPoolId(made.id()).clientName("c").clientSecret("a0secret0of0ones0own0choice"))
                .userPoolClient()
                .clientId();
        assertThat(signed.describeUserPoolClient(
                                request -> request.userPoolId(made.id()).clientId(client))
                        .userPoolClient()
                        .clientSecret())
                .isEqualTo("a0secret0of0ones0own0choice");

        signed.createUserPoolDomain(request -> request.userPoolId(made.id()).domain("updated-domain"));
        assertThat(signed.updateUserPoolDomain(request -> request.userPoolId(made.id())
                                .domain("updated-domain")
                                .managedLoginVersion(2))
                        .managedLoginVersion())
                .isEqualTo(2);
    }

    @Test
    void understands_the_errors() {
        assertThatThrownBy(() -> signed.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("c")
                        .generateSecret(true)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                        .allowedOAuthScopes("orders/gone")))
                .isInstanceOf(ScopeDoesNotExistException.class)
                .hasMessageContaining("Invalid scope requested: orders/gone");
    }

    private static UserPoolClientType tokenClient() {
        return signed.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("machine")
                        .generateSecret(true)
                        .explicitAuthFlowsWithStrings("ALLOW_CLIENT_TOKEN_AUTH")
                        .allowedOAuthScopes("orders/read"))
                .userPoolClient();
    }
}
