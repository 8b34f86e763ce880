package org.cognito4j.localpool.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.cognito4j.localpool.json.Json;

/**
 * Where everything is. A pool's documents are found under its id; its OAuth endpoints under its domain or, if it has none, at
 * the server's own address, which serves the clients of every pool.
 *
 * @param server scheme, host and port
 * @param amazonIssuers whether issuers look like Amazon's, while the key sets stay on this server
 */
public record PoolAddresses(URI server, boolean amazonIssuers) {
    public static final String TOKEN = "/oauth2/token";
    public static final String DOCUMENTS = "/.well-known/";
    public static final String KEY_SET = DOCUMENTS + "jwks.json";
    public static final String DISCOVERY = DOCUMENTS + "openid-configuration";
    /** The first label of the host of the issuers that AWS recommends for new pools; here the first part of the path. */
    public static final String UPDATED_ISSUER = "issuer-cognito-idp";

    public String issuer(RegisteredPool pool) {
        String host = pool.hasUpdatedIssuer() ? UPDATED_ISSUER : "cognito-idp";
        if (amazonIssuers) {
            return "https://" + host + "." + pool.region() + "." + suffix(pool.region()) + "/" + pool.id();
        }
        return pool.hasUpdatedIssuer() ? server + "/" + host + "/" + pool.id() : server + "/" + pool.id();
    }

    private static String suffix(String region) {
        if (region.startsWith("cn-")) {
            return "amazonaws.com.cn";
        }
        return region.startsWith("eusc-") ? "amazonaws.eu" : "amazonaws.com";
    }

    /** Where the pool's documents are, whatever its issuer is called. */
    private String home(RegisteredPool pool) {
        return amazonIssuers ? server + "/" + pool.id() : issuer(pool);
    }

    public URI keySet(RegisteredPool pool) {
        return URI.create(home(pool) + KEY_SET);
    }

    public URI token(RegisteredPool pool) {
        return URI.create(domain(pool) + TOKEN);
    }

    private String domain(RegisteredPool pool) {
        return pool.domains().byId().keySet().stream()
                .findFirst()
                .map(domain -> server + "/" + domain)
                .orElse(server.toString());
    }

    /** The discovery document with Cognito's members; it names its login pages, which a local pool does not have. */
    public ObjectNode discovery(RegisteredPool pool) {
        String domain = domain(pool);
        ObjectNode document = Json.object();
        document.put("authorization_endpoint", domain + "/oauth2/authorize")
                .put("end_session_endpoint", domain + "/logout");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.put("issuer", issuer(pool)).put("jwks_uri", keySet(pool).toString());
        document.putArray("response_types_supported").add("code").add("token");
        document.put("revocation_endpoint", domain + "/oauth2/revoke");
        document.putArray("scopes_supported")
                .add("openid")
                .add("email")
                .add("phone")
                .add("profile");
        document.putArray("subject_types_supported").add("public");
        document.put("token_endpoint", token(pool).toString());
        document.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("client_secret_post");
        return document.put("userinfo_endpoint", domain + "/oauth2/userInfo");
    }
}
