package org.cognito4j.jakarta;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.CognitoAuthenticationMechanismDefinition.AppClient;
import org.cognito4j.jakarta.CognitoAuthenticationMechanismDefinition.ScopeRole;

/** The settings that a {@link CognitoAuthenticationMechanismDefinition} stands for, under their keys. */
final class DefinitionSource {

    private final UnaryOperator<String> evaluation;
    private final Map<String, String> texts = new HashMap<>();

    private DefinitionSource(UnaryOperator<String> evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * The settings of a definition.
     *
     * @param place the class that it stands on
     * @param evaluation resolves the expressions in a text
     */
    static ConfigurationSource of(
            CognitoAuthenticationMechanismDefinition definition, String place, UnaryOperator<String> evaluation) {
        DefinitionSource source = new DefinitionSource(evaluation);
        source.put("user-pool-id", definition.userPoolId());
        source.put("client-ids", definition.clientIds());
        source.put("callers", definition.callers());
        source.put("audience", definition.audience());
        source.put("resource-server", definition.resourceServer());
        source.put("realm", definition.realm());
        source.put("clock-skew", definition.clockSkew());
        for (ScopeRole role : definition.roles()) {
            source.put("roles.\"" + evaluation.apply(role.role()) + "\"", role.scopes());
        }
        for (AppClient client : definition.clients()) {
            String prefix = "clients.\"" + evaluation.apply(client.id()) + "\".";
            source.put(prefix + "name", client.name());
            source.put(prefix + "roles", client.roles());
            source.put(prefix + "denied", client.denied());
        }
        return ConfigurationSource.of("@CognitoAuthenticationMechanismDefinition on " + place, source.texts);
    }

    private void put(String key, String... elements) {
        String text = Arrays.stream(elements).map(evaluation).collect(Collectors.joining(","));
        if (!text.isBlank()) {
            texts.put("cognito." + key, text);
        }
    }
}
