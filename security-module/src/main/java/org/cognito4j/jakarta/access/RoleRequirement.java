package org.cognito4j.jakarta.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.application.AnnotationLookup;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.metadata.RequestedPath;

/**
 * The roles that {@code @RolesAllowed}, {@code @DenyAll} and {@code @PermitAll} ask of the caller of one method of a CDI bean:
 * by the most specific declaration, as {@link ScopeRequirement} does.
 */
public final class RoleRequirement {

    private static final String ANY_CALLER = "**";

    private final Set<RolesAnnotation> all;

    private RoleRequirement(Set<RolesAnnotation> all) {
        this.all = all;
    }

    /**
     * Returns the requirement for a method.
     *
     * @return empty if there is none, or if every caller may call the method
     */
    public static Optional<RoleRequirement> of(Method method, Class<?> bean) {
        Set<RolesAnnotation> all = new AnnotationLookup(method, bean).mostSpecific(RoleRequirement::on);
        all.removeIf(RolesAnnotation::toAll);
        return all.isEmpty() ? Optional.empty() : Optional.of(new RoleRequirement(all));
    }

    /** Returns what an element itself declares, by an annotation or by those that stereotypes hand on. */
    public static Set<RolesAnnotation> on(AnnotatedElement element) {
        return Stereotypes.declared(element, RoleRequirement::itself);
    }

    private static Optional<RolesAnnotation> itself(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new RolesAnnotation(false, List.of()));
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new RolesAnnotation(false, List.of(roles.value())));
        }
        return element.isAnnotationPresent(PermitAll.class)
                ? Optional.of(new RolesAnnotation(true, List.of()))
                : Optional.empty();
    }

    /** Returns whether a type or one of its methods names roles or denies all, those that it inherits not among them. */
    public static boolean isWithin(Class<?> type) {
        return AnnotatedMembers.anyOf(type, element -> on(element).stream().anyMatch(access -> !access.toAll()));
    }

    /**
     * Refuses a caller without the roles.
     *
     * @param service by whose settings the caller is judged
     * @throws AccessRefused with the answer
     */
    void check(HttpServletRequest request, CognitoService service) {
        if (request.getUserPrincipal() == null) {
            throw new AccessRefused(service.refusals().missingRoles(request, RequestedPath.of(request), everyRole()));
        }
        for (RolesAnnotation access : all) {
            if (access.roles().stream().noneMatch(role -> role.equals(ANY_CALLER) || request.isUserInRole(role))) {
                throw new AccessRefused(forbidden(request, service, access));
            }
            if (request.getUserPrincipal() instanceof CognitoPrincipal caller) {
                service.grants().roles(access.roles(), caller.accessToken(), request::getAttribute);
            }
        }
    }

    private Set<String> everyRole() {
        Set<String> roles = new LinkedHashSet<>();
        all.forEach(access -> roles.addAll(access.roles()));
        return roles;
    }

    /** Only a caller with a token can do something with the name of a scope. */
    private static Refusal forbidden(HttpServletRequest request, CognitoService service, RolesAnnotation access) {
        if (!(request.getUserPrincipal() instanceof CognitoPrincipal caller)) {
            service.refusals().noteOther(request, DecisionForm.BEAN, access.roles());
            return new Refusal(403, Optional.empty(), Optional.empty());
        }
        return service.refusals().forbidden(request, DecisionForm.BEAN, access.roles(), caller.accessToken());
    }
}
