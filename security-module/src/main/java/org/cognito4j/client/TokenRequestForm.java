package org.cognito4j.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cognito4j.net.JsonText;

/** The form of one of Cognito's two requests for a token. Immutable. */
sealed interface TokenRequestForm {

    /** The form of the requests of a client. */
    static TokenRequestForm of(ClientSettings settings) {
        return settings.getsClientToken() ? new GetClientToken(settings) : new Oauth(settings);
    }

    ClientSettings settings();

    HttpRequest request(String secret);

    AnswerNames names();

    /** The token endpoint of the user pool's domain: the client credentials grant (RFC 6749 section 4.4). */
    record Oauth(ClientSettings settings) implements TokenRequestForm {

        @Override
        public HttpRequest request(String secret) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "client_credentials");
            form.put("client_id", settings.clientId());
            HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint())
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded");
            if (settings.sendsSecretInBody()) {
                form.put("client_secret", secret);
            } else {
                request.header("Authorization", "Basic " + basic(settings.clientId(), secret));
            }
            if (!settings.scopes().isEmpty()) {
                form.put("scope", String.join(" ", settings.scopes()));
            }
            if (!settings.clientMetadata().isEmpty()) {
                form.put("aws_client_metadata", JsonText.object(settings.clientMetadata()));
            }
            return request.POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                    .build();
        }

        @Override
        public AnswerNames names() {
            return AnswerNames.OAUTH;
        }

        /** As AWS documents it, without the form encoding that RFC 6749 section 2.3.1 puts before it. */
        private static String basic(String clientId, String secret) {
            return Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }

        private static String encode(Map<String, String> form) {
            return form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /**
     * The {@code GetClientToken} operation of the user pools API: needs no domain, is not signed, and wants the app client to
     * have {@code ALLOW_CLIENT_TOKEN_AUTH} as its only flow.
     */
    record GetClientToken(ClientSettings settings) implements TokenRequestForm {

        @Override
        public HttpRequest request(String secret) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("ClientId", settings.clientId());
            members.put("Secret", secret);
            if (!settings.scopes().isEmpty()) {
                members.put("Scopes", List.copyOf(settings.scopes()));
            }
            if (!settings.clientMetadata().isEmpty()) {
                members.put("ClientMetadata", settings.clientMetadata());
            }
            return HttpRequest.newBuilder(settings.endpoint())
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .header("X-Amz-Target", "AWSCognitoIdentityProviderService.GetClientToken")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonText.object(members)))
                    .build();
        }

        @Override
        public AnswerNames names() {
            return AnswerNames.AWS_JSON;
        }
    }
}
