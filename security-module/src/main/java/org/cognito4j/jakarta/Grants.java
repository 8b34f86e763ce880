package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.function.Function;
import org.cognito4j.AccessToken;
import org.cognito4j.ScopeRoles;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.monitor.Decisions;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.usage.CallNeeds;
import org.cognito4j.jakarta.usage.ClientUse;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of what callers were asked for and have: the counterpart of {@link Refusals}. Does nothing unless {@code cognito.usage-file} is
 * set. Whatever fails here changes nothing for the caller: the needs of the call are unknown then. Thread-safe.
 */
public final class Grants {

    private final Decisions decisions;
    private final Function<AccessToken, ScopeRoles> mapping;
    private final Function<Function<String, @Nullable Object>, @Nullable CallNeeds> calls;

    /**
     * Grants of one service.
     *
     * @param mapping returns the mapping for a token of the service
     * @param calls returns the accepted call that has some attributes
     */
    Grants(
            Decisions decisions,
            Function<AccessToken, ScopeRoles> mapping,
            Function<Function<String, @Nullable Object>, @Nullable CallNeeds> calls) {
        this.decisions = decisions;
        this.mapping = mapping;
        this.calls = calls;
    }

    /** What was granted, with the counters of the client. */
    @FunctionalInterface
    private interface Grant {

        void note(ClientUse use, AccessToken token, @Nullable CallNeeds call);
    }

    /** Returns whether anything is noted. */
    public boolean areCounted() {
        return decisions.countsNeeds();
    }

    /** Notes that any acceptable token is enough. */
    public void anyToken(AccessToken token, Function<String, @Nullable Object> attributes) {
        note(token, attributes, (use, known, call) -> use.anyToken(call));
    }

    /**
     * Notes that a caller has scopes that were asked for.
     *
     * @param asked whole scopes; those that the token lacks were alternatives
     * @param attributes returns an attribute of the request by its name
     */
    public void scopes(Collection<String> asked, AccessToken token, Function<String, @Nullable Object> attributes) {
        note(token, attributes, (use, known, call) -> use.scopes(asked, known, call));
    }

    /** Notes that a caller has one of some roles, any of which was enough. */
    public void roles(Collection<String> asked, AccessToken token, Function<String, @Nullable Object> attributes) {
        note(token, attributes, (use, known, call) -> use.roles(asked, mapping.apply(known), known, call));
    }

    /** Notes that a caller has a role. */
    public void role(String role, AccessToken token, Function<String, @Nullable Object> attributes) {
        note(token, attributes, (use, known, call) -> use.role(role, mapping.apply(known), known, call));
    }

    private void note(AccessToken token, Function<String, @Nullable Object> attributes, Grant grant) {
        if (areCounted()) {
            note(token, callWith(attributes), grant);
        }
    }

    /** Some containers throw where a request is over. */
    private @Nullable CallNeeds callWith(Function<String, @Nullable Object> attributes) {
        try {
            return calls.apply(attributes);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void note(AccessToken token, @Nullable CallNeeds call, Grant grant) {
        ClientUse use = decisions.useBy(token);
        if (use == null) {
            return;
        }
        try {
            grant.note(use, token, call);
        } catch (RuntimeException e) { // a filter's caller may be of another pool
            use.doubt(call);
        }
    }

    /** Notes what was asked for at once where a token is accepted: by the constraints, where the container asks. */
    void accepted(HttpServletRequest request, DecisionForm form, AccessToken token, CallNeeds call) {
        if (areCounted() && (form == DecisionForm.MECHANISM || form == DecisionForm.BARE_JAR)) {
            note(token, call, (use, known, one) -> constraint(request, known, one, use));
        }
    }

    /** Notes that a call was refused after all. */
    void forbidden(AccessToken token, @Nullable CallNeeds call) {
        if (areCounted()) {
            note(token, call, (use, known, one) -> use.forbidden(one));
        }
    }

    private void constraint(HttpServletRequest request, AccessToken token, @Nullable CallNeeds call, ClientUse use) {
        WebConstraints constraints = WebConstraints.of(request.getServletContext());
        if (constraints == WebConstraints.UNKNOWN) {
            use.doubt(call);
            return;
        }
        ConstraintRule rule = constraints.ruleFor(request);
        switch (rule.kind()) {
            case NOBODY -> {
                // It is refused.
            }
            case EVERYBODY -> {
                if (ServerKind.isJetty(request.getServletContext())) {
                    use.anyToken(call); // Jetty asks the module for each role, and has not asked for any
                }
            }
            case ANY_CALLER -> use.anyToken(call);
            case ANY_ROLE -> use.roles(constraints.declaredRoles(), mapping.apply(token), token, call);
            case ROLES -> use.roles(rule.roles(), mapping.apply(token), token, call);
        }
    }
}
