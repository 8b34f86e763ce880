package org.cognito4j.jakarta.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.application.ClassRole;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The claims that {@link RequiresClaim} asks of the caller of one method: for each claim of its most specific declaration, and of all of
 * them where several are equally specific. The same for beans and for JAX-RS resources.
 */
public final class ClaimRequirement {

    /** The attribute of a request that holds the path parameters by which a resource was found, for its interceptor. */
    public static final String PATH_PARAMETERS = ClaimRequirement.class.getName() + ".pathParameters";

    private final Set<RequiresClaim> annotations;
    private final boolean isLocator;

    private ClaimRequirement(Set<RequiresClaim> annotations, boolean isLocator) {
        this.annotations = annotations;
        this.isLocator = isLocator;
    }

    /**
     * Returns the requirement for a method.
     *
     * @param bean the class that it is called on, which may have inherited it
     * @return empty if nothing is required
     */
    public static Optional<ClaimRequirement> of(Method method, Class<?> bean) {
        return of(new AnnotationLookup(method, bean));
    }

    /** Returns the requirement for a method whose places are known. */
    public static Optional<ClaimRequirement> of(AnnotationLookup elements) {
        Set<RequiresClaim> deciding = deciding(elements);
        return deciding.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClaimRequirement(deciding, ClassRole.isLocator(elements)));
    }

    /** Returns the annotations that decide about a method. */
    public static Set<RequiresClaim> deciding(AnnotationLookup elements) {
        Set<String> names = new LinkedHashSet<>();
        elements.mostSpecific(element -> {
            on(element).forEach(claim -> names.add(claim.name()));
            return Set.<RequiresClaim>of(); // so that all places are looked at
        });
        Set<RequiresClaim> deciding = new LinkedHashSet<>();
        names.forEach(name -> deciding.addAll(elements.mostSpecific(element ->
                on(element).stream().filter(claim -> claim.name().equals(name)).toList())));
        return deciding;
    }

    /** Returns what an element itself declares, by the annotation or by those that stereotypes hand on. */
    public static Set<RequiresClaim> on(AnnotatedElement element) {
        Set<RequiresClaim> all = new LinkedHashSet<>();
        Stereotypes.declared(element, ClaimRequirement::itself).forEach(all::addAll);
        return all;
    }

    private static Optional<List<RequiresClaim>> itself(AnnotatedElement element) {
        List<RequiresClaim> own = Stream.concat(
                        Stream.ofNullable(element.getAnnotation(RequiresClaim.class)),
                        Stream.ofNullable(element.getAnnotation(RequiresClaim.Repeated.class))
                                .flatMap(repeated -> Arrays.stream(repeated.value())))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    /** Returns whether a type or one of the methods that it declares has the annotation. */
    public static boolean isWithin(Class<?> type) {
        return AnnotatedMembers.anyOf(type, element -> !on(element).isEmpty());
    }

    /** Returns whether path parameters decide. */
    public boolean asksForPath() {
        return annotations.stream().anyMatch(claim -> !claim.path().isEmpty());
    }

    /**
     * Refuses a caller without the claims.
     *
     * @param caller the caller of the request, if it has one
     * @param service by whose settings the caller is judged
     * @param parameters the decoded path parameters by which JAX-RS has found the method; null if it has not. A locator may be called
     *     before they are known, and is asked again before the method that answers
     * @param form whose annotation it is
     * @param request the request that is judged
     * @throws AccessRefused with the answer
     */
    public void check(
            @Nullable Principal caller,
            @Nullable CognitoService service,
            @Nullable Map<String, ? extends Collection<String>> parameters,
            DecisionForm form,
            JudgedRequest request) {
        if (service == null) {
            throw new IllegalStateException(
                    "@RequiresClaim has no settings to go by: the application configures no user pool");
        }
        if (!(caller instanceof CognitoPrincipal machine)) {
            throw new AccessRefused(service.refusals().missingScopes(request.of(service), request.path(), Set.of()));
        }
        AccessToken token = machine.accessToken();
        if (!annotations.stream().allMatch(claim -> suffices(claim, token, parameters))) {
            throw new AccessRefused(service.refusals().forbidden(request.of(service), form, Requirement.NONE, token));
        }
    }

    private boolean suffices(
            RequiresClaim claim, AccessToken token, @Nullable Map<String, ? extends Collection<String>> parameters) {
        boolean hasValues = claim.value().length > 0;
        if (claim.path().isEmpty()) {
            return token.claimHolds(claim.name(), hasValues ? List.of(claim.value()) : List.of("*"));
        }
        if (isLocator && parameters == null) {
            return !hasValues;
        }
        Collection<String> values = parameters == null ? null : parameters.get(claim.path());
        return !hasValues
                && values != null
                && !values.isEmpty()
                && !values.contains("")
                && token.claimTexts(claim.name()).containsAll(values);
    }
}
