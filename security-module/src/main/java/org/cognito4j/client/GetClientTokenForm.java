package org.cognito4j.client;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.net.JsonText;

/**
 * The {@code GetClientToken} operation of the user pools API: needs no domain, is not signed, and wants the app client to
 * have {@code ALLOW_CLIENT_TOKEN_AUTH} as its only flow.
 */
record GetClientTokenForm(ClientSettings settings) implements TokenRequestForm {

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
