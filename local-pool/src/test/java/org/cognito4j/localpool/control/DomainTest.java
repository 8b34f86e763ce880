package org.cognito4j.localpool.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.AppClient;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainTest {
    private LocalCognito cognito;
    private Api api;
    private String pool;
    private AppClient client;

    @BeforeEach
    void start() {
        cognito = LocalCognito.configure().region("eu-west-1").start();
        api = new Api(cognito);
        pool = api.createPoolWithScopes();
        client = api.createClient(pool);
    }

    @AfterEach
    void close() {
        cognito.close();
    }

    @Test
    void takes_a_prefix_and_answers_with_nothing() {
        assertThat(api.ok("CreateUserPoolDomain", domain("orders"))).isEmpty();

        JsonNode description =
                api.ok("DescribeUserPoolDomain", "{\"Domain\": \"orders\"}").get("DomainDescription");
        assertThat(description.get("UserPoolId").asText()).isEqualTo(pool);
        assertThat(description.get("Status").asText()).isEqualTo("ACTIVE");
        assertThat(api.ok("DescribeUserPool", Api.of(pool))
                        .at("/UserPool/Domain")
                        .asText())
                .isEqualTo("orders");
    }

    @Test
    void does_not_complain_about_an_unknown_domain() {
        assertThat(api.ok("DescribeUserPoolDomain", "{\"Domain\": \"nobodys\"}"))
                .hasToString("{\"DomainDescription\":{}}");
    }

    @Test
    void refuses_reserved_words() {
        assertThat(api.error("CreateUserPoolDomain", domain("my-cognito")))
                .isEqualTo("InvalidParameterException: Domain cannot contain reserved word: cognito");
    }

    @Test
    void refuses_a_prefix_that_is_taken_in_the_region() {
        api.ok("CreateUserPoolDomain", domain("orders"));

        assertThat(api.error("CreateUserPoolDomain", Api.with(Api.of(api.createPool()), "\"Domain\": \"orders\"")))
                .isEqualTo("InvalidParameterException: Domain already associated with another user pool.");
    }

    @Test
    void has_one_prefix_and_one_name_of_the_owners() {
        api.ok("CreateUserPoolDomain", domain("orders"));

        assertThat(api.error("CreateUserPoolDomain", domain("second"))).startsWith("InvalidParameterException: ");
        assertThat(api.error("CreateUserPoolDomain", domain("auth.example.com")))
                .startsWith("InvalidParameterException: ");
        assertThat(api.ok(
                                "CreateUserPoolDomain",
                                Api.with(
                                        domain("auth.example.com"),
                                        "\"CustomDomainConfig\": {\"CertificateArn\":"
                                                + " \"arn:aws:acm:us-east-1:123456789012:certificate/00\"}"))
                        .get("CloudFrontDomain")
                        .asText())
                .endsWith(".cloudfront.net");
        assertThat(api.ok("DescribeUserPool", Api.of(pool))
                        .at("/UserPool/CustomDomain")
                        .asText())
                .isEqualTo("auth.example.com");
        assertThat(status("auth.example.com", "/oauth2/token")).isEqualTo(200);
    }

    @Test
    void changes_and_deletes_a_domain() {
        api.ok("CreateUserPoolDomain", domain("orders"));

        assertThat(api.ok("UpdateUserPoolDomain", Api.with(domain("orders"), "\"ManagedLoginVersion\": 2")))
                .hasToString("{\"ManagedLoginVersion\":2}");
        api.ok("DeleteUserPoolDomain", domain("orders"));

        assertThat(api.error("DeleteUserPoolDomain", domain("orders")))
                .isEqualTo("InvalidParameterException: No such domain or user pool exists.");
        assertThat(api.error("UpdateUserPoolDomain", domain("orders"))).startsWith("InvalidParameterException: ");
    }

    @Test
    void gives_tokens_under_its_path_and_its_host_name() {
        api.ok("CreateUserPoolDomain", domain("orders"));

        assertThat(cognito.pool(pool).tokenEndpoint()).hasToString(cognito.uri() + "/orders/oauth2/token");
        assertThat(Caller.postAs(client, cognito.pool(pool), "grant_type=client_credentials")
                        .statusCode())
                .isEqualTo(200);
        assertThat(status("orders.auth.eu-west-1.localhost", "/oauth2/token")).isEqualTo(200);
        assertThat(status("orders.auth.eu-west-1.amazoncognito.com", "/oauth2/token"))
                .isEqualTo(200);
        assertThat(status("orders.auth.us-east-1.localhost", "/oauth2/token")).isEqualTo(404);
        assertThat(status("nobodys.auth.eu-west-1.localhost", "/oauth2/token")).isEqualTo(404);
        assertThat(status("127.0.0.1", "/nobodys/oauth2/token")).isEqualTo(404);
    }

    @Test
    void does_not_know_the_clients_of_another_pool() {
        String other = api.createPool();
        api.ok("CreateUserPoolDomain", Api.with(Api.of(other), "\"Domain\": \"other\""));

        assertThat(status("127.0.0.1", "/other/oauth2/token")).isEqualTo(400);
        assertThat(status("127.0.0.1", "/oauth2/token")).isEqualTo(200);
    }

    @Test
    void is_named_in_the_discovery_document() {
        api.ok("CreateUserPoolDomain", domain("orders"));

        JsonNode document =
                Tokens.json(Caller.get(URI.create(cognito.pool(pool).issuer() + "/.well-known/openid-configuration"))
                        .body());
        assertThat(document.get("token_endpoint").asText()).isEqualTo(cognito.uri() + "/orders/oauth2/token");
        assertThat(document.get("issuer").asText()).isEqualTo(cognito.uri() + "/" + pool);
    }

    private String domain(String name) {
        return Api.with(Api.of(pool), "\"Domain\": \"" + name + "\"");
    }

    /** The JDK's client does not let a test choose the host header. */
    private int status(String host, String path) {
        String form = "grant_type=client_credentials&client_id=" + client.clientId() + "&client_secret="
                + client.clientSecret();
        try (Socket socket = new Socket("127.0.0.1", cognito.uri().getPort())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
