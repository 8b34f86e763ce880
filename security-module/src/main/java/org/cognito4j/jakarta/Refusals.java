package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.jspecify.annotations.Nullable;

/**
 * The refusals of callers whose token is acceptable and does not suffice, by the module, the container or the application, and of
 * requests about which nothing can be found out. Takes note of each. Thread-safe.
 */
public final class Refusals {

    private final BearerAuthentication authentication;
    private final NeededScopes needed;
    private final Function<AccessToken, ScopeRoles> mapping;

    /**
     * Refusals of one service.
     *
     * @param mapping returns the mapping for a token of the service
     */
    Refusals(BearerAuthentication authentication, NeededScopes needed, Function<AccessToken, ScopeRoles> mapping) {
        this.authentication = authentication;
        this.needed = needed;
        this.mapping = mapping;
    }

    /**
     * Returns the refusal of a request without a token where one is needed, and counts it, once for each request. It names the scopes of
     * the constraints that hold for the request.
     */
    public Refusal missing(HttpServletRequest request) {
        return authentication.missing(request, RequestedPath.of(request), needed.byConstraint(request));
    }

    /**
     * Returns the refusal of a request without a token where certain scopes are needed, and counts it, once for each request.
     *
     * @param request null if it is not at hand
     * @param path the path of the request
     * @param scopes whole, or without the identifier of the resource server
     */
    public Refusal missingScopes(@Nullable HttpServletRequest request, RequestedPath path, Collection<String> scopes) {
        return authentication.missing(request, path, needed.whole(scopes));
    }

    /**
     * Returns the refusal of a request without a token where one of some roles is needed, and counts it, once for each request.
     *
     * @param request null if it is not at hand
     * @param path the path of the request
     * @param roles any one of them would do
     */
    public Refusal missingRoles(@Nullable HttpServletRequest request, RequestedPath path, Collection<String> roles) {
        return authentication.missing(request, path, needed.ofRoles(roles));
    }

    /**
     * Returns what the service answers to a token that it did not accept, where certain scopes are needed besides.
     *
     * @param scopes whole, or without the identifier of the resource server
     */
    public Refusal refusalOf(Refusal refusal, Collection<String> scopes) {
        return BearerChallenge.namingScopes(refusal, needed.whole(scopes));
    }

    /**
     * Notes and returns the refusal of a caller whose token does not give enough.
     *
     * @param form who refuses the caller
     * @param requirement what was asked for, and which scopes would do
     */
    public Refusal forbidden(HttpServletRequest request, DecisionForm form, Requirement requirement) {
        return authentication.forbidden(request, form, requirement, null);
    }

    /**
     * Notes and returns the refusal of a caller whose token does not give enough.
     *
     * @param request null if it is not at hand, see {@link #requestWith}
     * @param form who refuses the caller
     * @param requirement what was asked for, and which scopes would do
     * @param token the token of the caller
     */
    public Refusal forbidden(
            @Nullable HttpServletRequest request, DecisionForm form, Requirement requirement, AccessToken token) {
        return authentication.forbidden(request, form, requirement, token);
    }

    /**
     * Notes and returns the refusal of a caller who has none of some roles.
     *
     * @param request null if it is not at hand, see {@link #requestWith}
     * @param form who refuses the caller
     * @param roles any one of them would do
     * @param token the token of the caller
     */
    public Refusal forbidden(
            @Nullable HttpServletRequest request, DecisionForm form, Collection<String> roles, AccessToken token) {
        return authentication.forbidden(request, form, roleRequirement(roles, token), token);
    }

    /**
     * Notes and returns the refusal of a request about which nothing can be found out, as something failed.
     *
     * @param request null if it is not at hand
     */
    public Refusal failed(@Nullable HttpServletRequest request, DecisionForm form, Throwable failure) {
        return authentication.failed(request, form, failure);
    }

    /** Notes and returns the refusal of a request for a resource that needs a caller on a path where no token counts. */
    public Refusal closed(HttpServletRequest request, DecisionForm form) {
        authentication.noteUnjudged(request, form, RefusalCode.NO_AUTHENTICATION);
        return BearerChallenge.closed();
    }

    /**
     * Notes and returns the refusal of a request that no token would let pass, as the module could not decide about it.
     *
     * @param code why, one of {@link RefusalCode}
     */
    public Refusal unavailable(HttpServletRequest request, DecisionForm form, String code) {
        authentication.noteUnjudged(request, form, code);
        return BearerChallenge.failed();
    }

    /**
     * Notes the refusal of a caller without a token, whom the container knows by other means, for lack of some roles.
     *
     * @param request null if it is not at hand
     * @param roles any one of them would do
     */
    public void noteOther(@Nullable HttpServletRequest request, DecisionForm form, Collection<String> roles) {
        authentication.noteMissingRole(request, form, Requirement.ofRoles(roles, Set.of()), null);
    }

    /** Notes that the server's own check of an enterprise bean has refused the caller of a request. */
    public void noteEnterpriseBean(HttpServletRequest request) {
        if (request.getUserPrincipal() == null && authentication.tokenOf(request) == null) {
            missing(request);
        } else {
            note(request, DecisionForm.BEAN, token -> Requirement.NONE);
        }
    }

    /** Notes that a container has refused a caller who lacks a role that a constraint asks for. */
    public void noteConstraint(HttpServletRequest request) {
        note(request, DecisionForm.CONSTRAINT, token -> constraintRequirement(request, token));
    }

    /**
     * Notes that an application has refused a caller who lacks a role.
     *
     * @param role the role that the application asked for last; null if it is not known
     */
    public void noteMissingRole(HttpServletRequest request, @Nullable String role) {
        note(
                request,
                DecisionForm.APPLICATION,
                token -> role == null ? Requirement.NONE : roleRequirement(Set.of(role), token));
    }

    /**
     * Notes a 403 of which the server does not tell whether a constraint or the application is the cause.
     *
     * @param role the role that the caller was asked for last; null if it is not known
     */
    public void noteConstraintOrRole(HttpServletRequest request, @Nullable String role) {
        if (failsConstraint(request)) {
            noteConstraint(request);
        } else {
            noteMissingRole(request, role);
        }
    }

    private boolean failsConstraint(HttpServletRequest request) {
        try {
            AccessToken token = authentication.tokenOf(request);
            Set<String> roles = WebConstraints.of(request.getServletContext()).rolesFor(request);
            return token != null
                    && !roles.isEmpty()
                    && Collections.disjoint(roles, mapping.apply(token).rolesOf(token));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The refusal is sent already: what cannot be found out about it is left out of the record. */
    private void note(HttpServletRequest request, DecisionForm form, Function<AccessToken, Requirement> question) {
        AccessToken token = null;
        Requirement requirement = Requirement.NONE;
        try {
            if (authentication.hasForbidden(request)) {
                return; // the application answers for a bean that has refused the caller
            }
            token = authentication.tokenOf(request);
            requirement = token == null ? Requirement.NONE : question.apply(token);
        } catch (RuntimeException e) {
            // Some containers throw where a request is over, and a filter's caller may be of another pool.
        }
        authentication.noteMissingRole(request, form, requirement, token);
    }

    private Requirement constraintRequirement(HttpServletRequest request, AccessToken token) {
        WebConstraints constraints = WebConstraints.of(request.getServletContext());
        return Requirement.ofRoles(
                constraints.rolesFor(request), constraints.missingScopes(request, token, mapping.apply(token)));
    }

    private Requirement roleRequirement(Collection<String> roles, AccessToken token) {
        ScopeRoles own = mapping.apply(token);
        Set<String> scopes = new LinkedHashSet<>();
        roles.forEach(role -> scopes.addAll(own.scopesFor(role, token)));
        return Requirement.ofRoles(roles, scopes);
    }

    /**
     * Returns a request that this service has authenticated, for those who have its attributes alone.
     *
     * @param attributes returns an attribute by its name
     * @return null if this service has accepted no token of the request
     */
    public @Nullable HttpServletRequest requestWith(Function<String, @Nullable Object> attributes) {
        return authentication.requestWith(attributes);
    }
}
