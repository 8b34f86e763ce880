package org.cognito4j.jakarta.security;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.DeclaredApplicationSettings;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.AppClient;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.Pool;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.ScopeRole;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingList;

/**
 * The settings that a {@link CognitoAuthenticationMechanismDefinition} stands for, under their keys. A member is called
 * like the key of its setting; those of roles, app clients and pools hold members of their own.
 */
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
        source.putTexts("", DeclaredApplicationSettings.ALL, definition);
        source.putTexts("", DeclaredPoolSettings.ALL, definition);
        source.putRoles("", definition.roles());
        source.putClients("", definition.clients());
        for (Pool pool : definition.pools()) {
            String prefix = "pool." + evaluation.apply(pool.name()) + ".";
            source.putTexts(prefix, DeclaredPoolSettings.ALL, pool);
            source.putRoles(prefix, pool.roles());
            source.putClients(prefix, pool.clients());
        }
        return ConfigurationSource.of("@CognitoAuthenticationMechanismDefinition on " + place, source.texts);
    }

    private void putTexts(String prefix, SettingList settings, Annotation annotation) {
        for (Setting<?> setting : settings.all()) {
            if (!setting.isNamed() && setting.outsideOfAnnotation().isEmpty()) {
                Object value = value(annotation, setting.memberName());
                put(
                        prefix + setting.key(),
                        value instanceof String[] elements ? elements : new String[] {(String) value});
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

    private static Object value(Annotation annotation, String member) {
        try {
            return annotation.annotationType().getDeclaredMethod(member).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An annotation cannot be read: " + member, e);
        }
    }
}
