package org.cognito4j.jakarta.access;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that {@link RequiresScope} asks of the caller of one method: of its most specific declaration, and of all of them
 * where several are equally specific. The same for beans and for JAX-RS resources.
 */
public final class ScopeRequirement {

    private final Set<RequiresScope> annotations;

    private ScopeRequirement(Set<RequiresScope> annotations) {
        this.annotations = annotations;
    }

    /**
     * Returns the requirement for a method.
     *
     * @param bean the class that it is called on, which may have inherited it
     * @return empty if nothing is required
     */
    public static Optional<ScopeRequirement> of(Method method, Class<?> bean) {
        return of(new AnnotationLookup(method, bean));
    }

    /** Returns the requirement for a method whose places are known. */
    public static Optional<ScopeRequirement> of(AnnotationLookup elements) {
        Set<RequiresScope> annotations = elements.mostSpecific(ScopeRequirement::on);
        return annotations.isEmpty() ? Optional.empty() : Optional.of(new ScopeRequirement(annotations));
    }

    /**
     * Returns what an element itself declares: by the annotation, or without one by each annotation that has it in turn, at any
     * depth, as stereotypes do.
     */
    public static Set<RequiresScope> on(AnnotatedElement element) {
        return Stereotypes.declared(element, place -> Optional.ofNullable(place.getAnnotation(RequiresScope.class)));
    }

    /** Returns whether a type or one of the methods that it declares has the annotation. */
    public static boolean isWithin(Class<?> type) {
        return AnnotatedMembers.anyOf(type, element -> !on(element).isEmpty());
    }

    /** One of the annotations, for CDI to bind the interceptor by. */
    RequiresScope annotation() {
        return annotations.iterator().next();
    }

    /**
     * Refuses a caller without the scopes.
     *
     * @param caller the caller of the request, if it has one
     * @param service by whose settings the caller is judged
     * @param form whose annotation it is
     * @param request the request that is judged
     * @throws AccessRefused with the answer
     */
    public void check(
            @Nullable Principal caller, @Nullable CognitoService service, DecisionForm form, JudgedRequest request) {
        if (service == null) {
            throw new IllegalStateException(
                    "@RequiresScope has no settings to go by: the application configures no user pool");
        }
        if (!(caller instanceof CognitoPrincipal machine)) {
            throw new AccessRefused(service.refusals().missingScopes(request.of(service), request.path(), scopes()));
        }
        AccessToken token = machine.accessToken();
        Asking asking = new Asking(service.rolesFor(token), token);
        if (!annotations.stream().allMatch(asking::suffices)) {
            Requirement requirement = Requirement.ofScopes(asking.all(annotations), asking.useful(annotations));
            throw new AccessRefused(service.refusals().forbidden(request.of(service), form, requirement, token));
        }
        if (service.grants().areCounted()) {
            HttpServletRequest granted = request.of(service);
            service.grants()
                    .scopes(asking.all(annotations), token, granted == null ? name -> null : granted::getAttribute);
        }
    }

    private Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>();
        annotations.forEach(annotation -> scopes.addAll(Arrays.asList(annotation.value())));
        return scopes;
    }

    /** The caller's token, and what its pool calls scopes. */
    private record Asking(ScopeRoles mapping, AccessToken token) {

        /** All scopes that the annotations name. */
        Collection<String> all(Set<RequiresScope> annotations) {
            Set<String> all = new LinkedHashSet<>();
            annotations.forEach(annotation -> all.addAll(scopes(annotation)));
            return all;
        }

        private Set<String> scopes(RequiresScope annotation) {
            Set<String> scopes = new LinkedHashSet<>();
            Arrays.stream(annotation.value()).map(mapping::wholeScope).forEach(scopes::add);
            return scopes;
        }

        /** No scope at all is nothing that a token could hold. */
        boolean suffices(RequiresScope annotation) {
            Set<String> scopes = scopes(annotation);
            Stream<String> named = scopes.stream();
            return annotation.all()
                    ? !scopes.isEmpty() && named.allMatch(scope -> mapping.grants(scope, token))
                    : named.anyMatch(scope -> mapping.grants(scope, token));
        }

        /** The scopes that the caller lacks; none if one of the annotations is out of its reach, as no other would help then. */
        Collection<String> useful(Set<RequiresScope> annotations) {
            Set<String> all = new LinkedHashSet<>();
            for (RequiresScope annotation : annotations) {
                if (!suffices(annotation)) {
                    Set<String> useful = useful(annotation);
                    if (useful.isEmpty()) {
                        return Set.of();
                    }
                    all.addAll(useful);
                }
            }
            return all;
        }

        /** Where all are needed and the client cannot use one of them, none would help. */
        private Set<String> useful(RequiresScope annotation) {
            Set<String> scopes = scopes(annotation);
            Set<String> usable = new LinkedHashSet<>(scopes);
            usable.removeIf(scope -> !mapping.mayUse(scope, token));
            return annotation.all() && usable.size() < scopes.size() ? Set.of() : usable;
        }
    }
}
