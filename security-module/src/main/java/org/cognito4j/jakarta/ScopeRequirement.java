package org.cognito4j.jakarta;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.jspecify.annotations.Nullable;

/** What {@link RequiresScope} asks of a caller, wherever it stands. */
final class ScopeRequirement {

    private final RequiresScope annotation;

    ScopeRequirement(RequiresScope annotation) {
        this.annotation = annotation;
    }

    /** On the element itself, or on a stereotype of it. */
    static Optional<RequiresScope> on(AnnotatedElement element) {
        return Stream.concat(
                        Stream.of(element),
                        Arrays.stream(element.getAnnotations()).map(Annotation::annotationType))
                .map(place -> place.getAnnotation(RequiresScope.class))
                .filter(found -> found != null)
                .findFirst();
    }

    /** Whether there is one on a type or its methods, those that it inherits not among them. */
    static boolean isWithin(Class<?> type) {
        if (type.getClassLoader() == null) {
            return false; // the platform's own
        }
        try {
            return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                    .anyMatch(element -> on(element).isPresent());
        } catch (LinkageError e) {
            return false; // it names classes that are not there, and cannot be told to require anything
        }
    }

    /**
     * Refuses a caller without the scope.
     *
     * @param caller whoever is calling
     * @param service by whose settings the caller is judged
     * @throws AccessRefused with the answer
     */
    void check(@Nullable Principal caller, @Nullable CognitoService service) {
        if (service == null) {
            throw new IllegalStateException(
                    "@RequiresScope has no settings to go by: the application configures no user pool");
        }
        if (!(caller instanceof CognitoPrincipal machine)) {
            throw new AccessRefused(service.challenge().missing());
        }
        AccessToken token = machine.accessToken();
        ScopeRoles mapping = service.rolesFor(token);
        Set<String> scopes = new LinkedHashSet<>();
        Arrays.stream(annotation.value()).map(mapping::wholeScope).forEach(scopes::add);
        if (!suffices(mapping, token, scopes)) {
            throw new AccessRefused(service.authentication().forbidden(useful(mapping, token, scopes)));
        }
    }

    /** No scope at all is nothing that a token could hold. */
    private boolean suffices(ScopeRoles mapping, AccessToken token, Set<String> scopes) {
        Stream<String> named = scopes.stream();
        return annotation.all()
                ? !scopes.isEmpty() && named.allMatch(scope -> mapping.grants(scope, token))
                : named.anyMatch(scope -> mapping.grants(scope, token));
    }

    /** Where all are needed and the client cannot use one of them, none would help. */
    private Collection<String> useful(ScopeRoles mapping, AccessToken token, Set<String> scopes) {
        Set<String> usable = new LinkedHashSet<>(scopes);
        usable.removeIf(scope -> !mapping.mayUse(scope, token));
        return annotation.all() && usable.size() < scopes.size() ? Set.of() : usable;
    }
}
