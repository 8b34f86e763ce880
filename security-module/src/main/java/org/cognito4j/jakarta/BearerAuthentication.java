package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.cognito4j.jakarta.monitor.Decisions;
import org.cognito4j.jakarta.usage.CallNeeds;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a request to its caller, shared by all forms of the module. Fails closed: whatever is thrown on the
 * way ends in a refusal.
 */
final class BearerAuthentication {

    private static final AtomicLong INSTANCES = new AtomicLong();

    /**
     * The request attribute for what this one has found out. Each has its own: a request may pass several that trust
     * others, in any order and more than once.
     */
    private final String remembered = BearerAuthentication.class.getName() + "." + INSTANCES.incrementAndGet();

    private final String forbidden = remembered + ".forbidden";
    private final String missing = remembered + ".missing";
    private final BearerChallenges challenges;
    private final NeededScopes needed;
    private final Decisions decisions;
    private final Grants grants;

    BearerAuthentication(
            BearerChallenges challenges,
            NeededScopes needed,
            Decisions decisions,
            Function<AccessToken, ScopeRoles> mapping) {
        this.challenges = challenges;
        this.needed = needed;
        this.decisions = decisions;
        this.grants = new Grants(decisions, mapping, this::callWith);
    }

    /** The outcome of authenticating a request, and the request. */
    private static final class Known extends CallNeeds {

        private final Authentication authentication;
        private final HttpServletRequest request;

        Known(Authentication authentication, HttpServletRequest request) {
            this.authentication = authentication;
            this.request = request;
        }
    }

    /** Returns what takes note of what callers were asked for and have. */
    Grants grants() {
        return grants;
    }

    private @Nullable CallNeeds callWith(Function<String, @Nullable Object> attributes) {
        return attributes.apply(remembered) instanceof Known known ? known : null;
    }

    /**
     * Authenticates a request.
     *
     * @param form who asks
     * @param judge verifies the token, directly or by way of the container's identity stores
     */
    Authentication authenticate(HttpServletRequest request, DecisionForm form, Function<String, Verification> judge) {
        BearerToken token = BearerToken.of(request);
        if (token instanceof BearerToken.Absent) {
            return new Anonymous();
        }
        Authentication authentication = token instanceof BearerToken.Present present
                ? authenticate(request, form, present.text(), judge)
                : malformed(request, form);
        Known known = new Known(authentication, request);
        request.setAttribute(remembered, known);
        if (authentication instanceof Caller caller) {
            grants.accepted(request, form, caller.token(), known);
        }
        return authentication;
    }

    private Refusal malformed(HttpServletRequest request, DecisionForm form) {
        decisions.unjudged(request, form, RefusalCode.MALFORMED_AUTHORIZATION);
        return challenges.of(request).malformed();
    }

    /**
     * Authenticates a request unless it has been, by the container or on its way through several filters and
     * dispatches. What another service has found out does not count. A request that was refused stays so: some containers
     * ask the filters once more about an error page.
     */
    Authentication authenticateOnce(
            HttpServletRequest request, DecisionForm form, Function<String, Verification> judge) {
        return request.getAttribute(remembered) instanceof Known known
                ? known.authentication
                : authenticate(request, form, judge);
    }

    /** Makes the rest of a request anonymous. */
    void forget(HttpServletRequest request) {
        request.setAttribute(remembered, new Known(new Anonymous(), request));
    }

    /**
     * Returns the request that was authenticated, for those who have its attributes alone.
     *
     * @param attributes returns an attribute by its name
     * @return null if no token was accepted
     */
    @Nullable HttpServletRequest requestWith(Function<String, @Nullable Object> attributes) {
        return attributes.apply(remembered) instanceof Known known && known.authentication instanceof Caller
                ? known.request
                : null;
    }

    /**
     * The refusal of a caller whose token does not give enough.
     *
     * @param request null if it is not at hand
     * @param requirement what it lacks
     * @param token the caller's token; null to take the one that the request was authenticated by
     */
    Refusal forbidden(
            @Nullable HttpServletRequest request,
            DecisionForm form,
            Requirement requirement,
            @Nullable AccessToken token) {
        noteMissingRole(request, form, requirement, token);
        return challenges.of(request).forbidden(requirement.missing());
    }

    /** Notes that a container or an application has refused a caller who lacks a role. */
    void noteMissingRole(
            @Nullable HttpServletRequest request,
            DecisionForm form,
            Requirement requirement,
            @Nullable AccessToken token) {
        mark(forbidden, request);
        AccessToken refused = token == null ? tokenOf(request) : token;
        decisions.forbidden(request, form, requirement, refused);
        if (refused != null && request != null) {
            grants.forbidden(refused, callWith(request::getAttribute));
        }
    }

    /** Returns whether the caller of a request has been refused here for what the token lacks. */
    boolean hasForbidden(HttpServletRequest request) {
        return request.getAttribute(forbidden) != null;
    }

    /**
     * The refusal of a request without a token where one is needed, counted once for each request. An error keeps its status where
     * its page is left out, so that is no refusal.
     *
     * @param request null if it is not at hand
     * @param path the path of the request
     * @param scopes those that the resource asks for; empty if they are not known
     */
    Refusal missing(@Nullable HttpServletRequest request, RequestedPath path, Collection<String> scopes) {
        if (request == null
                || request.getAttribute(missing) == null && request.getDispatcherType() != DispatcherType.ERROR) {
            decisions.missing();
        }
        mark(missing, request);
        return challenges.of(path).missing(scopes);
    }

    private static void mark(String attribute, @Nullable HttpServletRequest request) {
        try {
            if (request != null) {
                request.setAttribute(attribute, Boolean.TRUE);
            }
        } catch (RuntimeException e) {
            // Some containers throw where a request is over, and then nothing follows.
        }
    }

    /** Notes the refusal of a request of which no token is judged, by one of {@link RefusalCode}. */
    void noteUnjudged(HttpServletRequest request, DecisionForm form, String code) {
        decisions.unjudged(request, form, code);
    }

    /** The token by which a request was authenticated here, or else the one of its caller; null if there is none. */
    @Nullable AccessToken tokenOf(@Nullable HttpServletRequest request) {
        if (request == null) {
            return null;
        }
        if (request.getAttribute(remembered) instanceof Known known && known.authentication instanceof Caller caller) {
            return caller.token();
        }
        return request.getUserPrincipal() instanceof CognitoPrincipal caller ? caller.accessToken() : null;
    }

    /**
     * The refusal of a request about which nothing can be found out, as something failed.
     *
     * @param request null if it is not at hand
     */
    Refusal failed(@Nullable HttpServletRequest request, DecisionForm form, Throwable failure) {
        decisions.failed(request, form, failure);
        return BearerChallenge.failed();
    }

    private Authentication authenticate(
            HttpServletRequest request, DecisionForm form, String token, Function<String, Verification> judge) {
        Verification verification;
        try {
            verification = judge(request, form, token, judge);
        } catch (Throwable failure) { // checked ones too: not every collaborator is written in Java
            return BearerChallenge.failed();
        }
        return verification instanceof Verification.Accepted accepted
                ? new Caller(accepted.token())
                : refusalOf(request, verification);
    }

    private Refusal refusalOf(HttpServletRequest request, Verification verification) {
        return challenges.of(request).refusalOf(verification, needed.byConstraint(request));
    }

    /**
     * Judges a token that an authentication mechanism of the application hands over. A filter that comes by the same token of the same
     * request later does not judge it again.
     *
     * @param request null if it is not at hand
     */
    Verification judgeForApplication(
            @Nullable HttpServletRequest request, String token, Function<String, Verification> judge) {
        Verification verification = judge(request, DecisionForm.IDENTITY_STORE, token, judge);
        if (request != null && new BearerToken.Present(token).equals(BearerToken.of(request))) {
            Authentication authentication = verification instanceof Verification.Accepted accepted
                    ? new Caller(accepted.token())
                    : refusalOf(request, verification);
            request.setAttribute(remembered, new Known(authentication, request));
        }
        return verification;
    }

    /** Judges a token and notes what comes of it, what is thrown on the way as well. */
    private Verification judge(
            @Nullable HttpServletRequest request,
            DecisionForm form,
            String token,
            Function<String, Verification> judge) {
        long start = System.nanoTime();
        Verification verification;
        try {
            verification = judge.apply(token);
        } catch (Throwable failure) { // an Error as well
            decisions.failed(request, form, failure);
            throw failure;
        }
        long took = System.nanoTime() - start;
        if (verification instanceof Verification.Accepted accepted) {
            decisions.accepted(request, form, accepted, took);
        } else {
            decisions.refused(request, form, verification, took);
        }
        return verification;
    }
}
