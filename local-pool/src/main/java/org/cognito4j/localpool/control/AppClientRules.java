package org.cognito4j.localpool.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;

/** What Cognito demands of an app client as a whole; the wording is Cognito's where it is known. */
final class AppClientRules {
    private static final Set<String> SCOPES_OF_USERS =
            Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");
    private static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(5);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

    private AppClientRules() {}

    static void check(RegisteredClient client, RegisteredPool pool) {
        checkTokenApi(client);
        checkFlows(client);
        checkScopes(client, pool);
        Duration validity = client.accessTokenValidity();
        if (validity.compareTo(SHORTEST_VALIDITY) < 0 || validity.compareTo(LONGEST_VALIDITY) > 0) {
            throw RefusedOperation.invalidParameter("Invalid range for token validity.");
        }
    }

    private static void checkTokenApi(RegisteredClient client) {
        if (client.allowsTokenApi()
                && client.attributes().get("ExplicitAuthFlows").size() > 1) {
            throw RefusedOperation.invalidParameter(
                    RegisteredClient.TOKEN_API_FLOW + " can not be selected along with other authentication flows.");
        }
    }

    private static void checkFlows(RegisteredClient client) {
        boolean flowsAndScopes = client.attributes().path("AllowedOAuthFlows").size() > 0
                && !client.allowedScopes().isEmpty();
        if (client.mayUseOauth() && !flowsAndScopes) {
            throw RefusedOperation.invalidParameter("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool"
                    + " client is allowed to use OAuth flows.");
        }
        if (!client.allowsFlow(RegisteredClient.MACHINE_FLOW)) {
            return;
        }
        if (client.secrets().isEmpty()) {
            throw RefusedOperation.invalidParameter(
                    "client_credentials flow can not be selected if client does not have a client secret.");
        }
        if (client.attributes().get("AllowedOAuthFlows").size() > 1) {
            throw RefusedOperation.of(
                    "InvalidOAuthFlowException",
                    "client_credentials flow can not be selected along with code flow or implicit flow.");
        }
    }

    private static void checkScopes(RegisteredClient client, RegisteredPool pool) {
        List<String> scopes = client.allowedScopes();
        boolean machine = client.allowsFlow(RegisteredClient.MACHINE_FLOW);
        Set<String> defined = pool.definedScopes();
        for (String scope : scopes) {
            if (machine && SCOPES_OF_USERS.contains(scope)) {
                throw RefusedOperation.of(
                        "InvalidOAuthFlowException", scope + " is not supported with client_credentials flow");
            }
            if (!SCOPES_OF_USERS.contains(scope) && !defined.contains(scope)) {
                throw RefusedOperation.of("ScopeDoesNotExistException", "Invalid scope requested: " + scope);
            }
        }
    }
}
