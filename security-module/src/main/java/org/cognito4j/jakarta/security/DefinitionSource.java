package org.cognito4j.jakarta.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.AppClient;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.Pool;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.ScopeRole;

/**
 * The settings that a {@link CognitoAuthenticationMechanismDefinition} stands for, under their keys. A member that is a
 * text, or several, is called like its key; the others hold members of their own.
 */
final class DefinitionSource {

    /** The members whose keys have a dot where others have a hyphen. */
    private static final Map<String, String> DOTTED = Map.of(
            "cors-allowed-origins", "cors.allowed-origins",
            "jwks-refresh-interval", "jwks.refresh-interval",
            "jwks-stale-for", "jwks.stale-for",
            "jwks-timeout", "jwks.timeout",
            "jwks-check-at-start", "jwks.check-at-start");

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
        source.putTexts("", definition);
        source.putRoles("", definition.roles());
        source.putClients("", definition.clients());
        for (Pool pool : definition.pools()) {
            String prefix = "pool." + evaluation.apply(pool.name()) + ".";
            source.putTexts(prefix, pool);
            source.putRoles(prefix, pool.roles());
            source.putClients(prefix, pool.clients());
        }
        return ConfigurationSource.of("@CognitoAuthenticationMechanismDefinition on " + place, source.texts);
    }

    private void putTexts(String prefix, Annotation annotation) {
        for (Method member : annotation.annotationType().getDeclaredMethods()) {
            boolean isName = annotation instanceof Pool && member.getName().equals("name");
            if (member.getReturnType() == String.class && !isName) {
                put(prefix + key(member), (String) value(annotation, member));
            } else if (member.getReturnType() == String[].class) {
                put(prefix + key(member), (String[]) value(annotation, member));
            }
        }
    }

    private void putRoles(String prefix, ScopeRole[] roles) {
        for (ScopeRole role : roles) {
            put(prefix + "roles.\"" + evaluation.apply(role.role()) + "\"", role.scopes());
        }
    }

    private void putClients(String prefix, AppClient[] clients) {
        for (AppClient client : clients) {
            String own = prefix + "clients.\"" + evaluation.apply(client.id()) + "\".";
            put(own + "name", client.name());
            put(own + "roles", client.roles());
            put(own + "denied", client.denied());
        }
    }

    private void put(String key, String... elements) {
        String text = Arrays.stream(elements).map(evaluation).collect(Collectors.joining(","));
        boolean isStated = Arrays.stream(elements).anyMatch(element -> !element.isBlank());
        if (isStated) { // an expression may still give a blank text, which is a fault
            texts.put("cognito." + key, text);
        }
    }

    /** {@code userPoolId} is called {@code user-pool-id}. */
    private static String key(Method member) {
        String hyphenated = member.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return DOTTED.getOrDefault(hyphenated, hyphenated);
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An annotation cannot be read: " + member.getName(), e);
        }
    }
}
