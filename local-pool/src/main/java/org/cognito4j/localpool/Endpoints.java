package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * Where everything is: the pool's own addresses start with its issuer, the OAuth ones with the server, which stands in for
 * the pool's domain.
 *
 * @param server scheme, host and port
 * @param userPoolId the pool's id
 */
record Endpoints(URI server, String userPoolId) {
    static final String TOKEN = "/oauth2/token";

    String issuer() {
        return server + "/" + userPoolId;
    }

    URI token() {
        return server.resolve(TOKEN);
    }

    URI keySet() {
        return server.resolve(keySetPath());
    }

    String keySetPath() {
        return "/" + userPoolId + "/.well-known/jwks.json";
    }

    String discoveryPath() {
        return "/" + userPoolId + "/.well-known/openid-configuration";
    }

    /** The discovery document with Cognito's members; it names its login pages, which a local pool does not have. */
    ObjectNode discovery() {
        ObjectNode document = Json.object();
        document.put("authorization_endpoint", server + "/oauth2/authorize")
                .put("end_session_endpoint", server + "/logout");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.put("issuer", issuer()).put("jwks_uri", keySet().toString());
        document.putArray("response_types_supported").add("code").add("token");
        document.put("revocation_endpoint", server + "/oauth2/revoke");
        document.putArray("scopes_supported")
                .add("openid")
                .add("email")
                .add("phone")
                .add("profile");
        document.putArray("subject_types_supported").add("public");
        document.put("token_endpoint", token().toString());
        document.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("client_secret_post");
        return document.put("userinfo_endpoint", server + "/oauth2/userInfo");
    }
}
