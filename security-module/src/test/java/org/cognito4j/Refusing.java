package org.cognito4j;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.guard.GuardFilters;

/** The refusals that are for no fault of the token: each with who makes it and its code, and a path where it is made. */
record Refusing(String path, String code, DecisionForm form, Function<CognitoService, Filter> guard) {

    private static final Requirement WRITE = Requirement.ofScopes(Set.of("orders/write"), Set.of("orders/write"));

    static List<Refusing> all() {
        return List.of(
                new Refusing(
                        "required",
                        "token-malformed",
                        DecisionForm.REQUIRED_TOKEN,
                        service -> GuardFilters.requiredToken()),
                new Refusing(
                        "malformed",
                        "malformed-authorization",
                        DecisionForm.REQUIRED_TOKEN,
                        service -> GuardFilters.requiredToken()),
                by(
                        "unavailable",
                        "keys-unavailable",
                        DecisionForm.FILTER,
                        (service, request) -> refusal(service.authenticate(
                                request,
                                DecisionForm.FILTER,
                                token -> new Verification.Unavailable(Duration.ofSeconds(1))))),
                by(
                        "denied",
                        "denied-by-application",
                        DecisionForm.FILTER,
                        (service, request) -> refusal(service.authenticate(
                                request,
                                DecisionForm.FILTER,
                                token -> ((Accepted) service.verifier().verify(token))
                                        .deniedBy(Denial.of("blocked").withDetail("by \"us\""))))),
                by(
                        "failed",
                        "module-failed",
                        DecisionForm.FILTER,
                        (service, request) ->
                                service.refusals().failed(request, DecisionForm.FILTER, new IllegalStateException())),
                by(
                        "store",
                        "token-malformed",
                        DecisionForm.IDENTITY_STORE,
                        (service, request) -> service.refusalOf(service.verify("a", () -> request))),
                by(
                        "closed",
                        "no-authentication",
                        DecisionForm.MECHANISM,
                        (service, request) -> service.refusals().closed(request, DecisionForm.MECHANISM)),
                unavailable("not-asked"),
                unavailable("start-failed"),
                unavailable("unchecked-resource"),
                noting(
                        "constraint",
                        DecisionForm.CONSTRAINT,
                        (service, request) -> service.refusals().noteConstraint(request)),
                noting(
                        "application",
                        DecisionForm.APPLICATION,
                        (service, request) -> service.refusals().noteMissingRole(request, "write")),
                forbidden("by-filter", DecisionForm.FILTER),
                forbidden("resource", DecisionForm.RESOURCE),
                forbidden("bean", DecisionForm.BEAN));
    }

    /** Returns the settings, without their prefix, that the refusals need. */
    static Map<String, String> settings() {
        return Map.of("require-token", "/required, /malformed");
    }

    static Map<String, Function<CognitoService, Filter>> guards() {
        return all().stream().collect(Collectors.toMap(Refusing::path, Refusing::guard));
    }

    private static Refusing unavailable(String code) {
        return by(
                code,
                code,
                DecisionForm.GUARD,
                (service, request) -> service.refusals().unavailable(request, DecisionForm.GUARD, code));
    }

    private static Refusing forbidden(String path, DecisionForm form) {
        return by(path, "insufficient-scope", form, (service, request) -> {
            Caller caller = (Caller) service.authenticateOnce(request, form);
            return service.refusals().forbidden(request, form, WRITE, caller.token());
        });
    }

    private static Refusing noting(
            String path, DecisionForm form, BiConsumer<CognitoService, HttpServletRequest> note) {
        return by(path, "insufficient-scope", form, (service, request) -> {
            service.authenticateOnce(request, form);
            note.accept(service, request);
            return new Refusal(403, Optional.empty(), Optional.empty());
        });
    }

    private static Refusal refusal(Authentication authentication) {
        return (Refusal) authentication;
    }

    private static Refusing by(
            String path,
            String code,
            DecisionForm form,
            BiFunction<CognitoService, HttpServletRequest, Refusal> decision) {
        return new Refusing(
                path,
                code,
                form,
                service -> (request, response, chain) ->
                        decision.apply(service, (HttpServletRequest) request).writeTo((HttpServletResponse) response));
    }
}
