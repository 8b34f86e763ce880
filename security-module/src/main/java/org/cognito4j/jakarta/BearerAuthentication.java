package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cognito4j.Denial;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.monitor.RefusalCode;
import org.cognito4j.jakarta.monitor.SecurityObserver;

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

    private final BearerChallenge challenge;
    private final RefusalLog log;
    private final SecurityObserver observer;

    BearerAuthentication(BearerChallenge challenge, RefusalLog log, SecurityObserver observer) {
        this.challenge = challenge;
        this.log = log;
        this.observer = observer;
    }

    BearerChallenge challenge() {
        return challenge;
    }

    /**
     * Authenticates a request.
     *
     * @param judge verifies the token, directly or by way of the container's identity stores
     */
    Authentication authenticate(HttpServletRequest request, Function<String, Verification> judge) {
        BearerToken token = BearerToken.of(request);
        if (token instanceof BearerToken.Present present) {
            Authentication authentication = authenticate(present.text(), judge);
            if (authentication instanceof Caller caller) {
                request.setAttribute(remembered, caller);
            }
            return authentication;
        }
        if (token instanceof BearerToken.Malformed) {
            refused(RefusalCode.MALFORMED_AUTHORIZATION, 0);
            return challenge.malformed();
        }
        return new Anonymous();
    }

    /**
     * Authenticates a request unless it has been, by the container or on its way through several filters and
     * dispatches. What another service has found out does not count.
     */
    Authentication authenticateOnce(HttpServletRequest request, Function<String, Verification> judge) {
        return request.getAttribute(remembered) instanceof Authentication known ? known : authenticate(request, judge);
    }

    /** Makes the rest of a request anonymous. */
    void forget(HttpServletRequest request) {
        request.setAttribute(remembered, new Anonymous());
    }

    /**
     * The refusal of a caller whose token does not give enough.
     *
     * @param scopes those that would do
     */
    Refusal forbidden(Collection<String> scopes) {
        refused(RefusalCode.INSUFFICIENT_SCOPE, 0);
        return challenge.forbidden(scopes);
    }

    /** Notes that a container or an application has refused a caller who lacks a role. */
    void noteMissingRole() {
        refused(RefusalCode.INSUFFICIENT_SCOPE, 0);
    }

    /** The refusal of a request about which nothing can be found out, as something failed. */
    Refusal failed(Throwable failure) {
        log.failed(failure);
        observer.refused(RefusalCode.MODULE_FAILED, 0);
        return BearerChallenge.failed();
    }

    private Authentication authenticate(String token, Function<String, Verification> judge) {
        long start = System.nanoTime();
        Verification verification;
        try {
            verification = judge.apply(token);
        } catch (Throwable failure) { // checked ones too: not every collaborator is written in Java
            return failed(failure);
        }
        if (verification instanceof Verification.Accepted accepted) {
            observer.accepted(accepted.token(), System.nanoTime() - start);
            return new Caller(accepted.token());
        }
        long nanos = System.nanoTime() - start;
        Optional<Denial> denial =
                verification instanceof Verification.Rejected rejected ? rejected.denial() : Optional.empty();
        denial.ifPresentOrElse(said -> denied(said, nanos), () -> refused(codeOf(verification), nanos));
        return challenge.refusalOf(verification);
    }

    private void denied(Denial denial, long nanos) {
        String detail = denial.detail().isEmpty() ? "" : ": " + denial.detail();
        log.refused(RejectionReason.DENIED_BY_APPLICATION.code() + " (" + denial.code() + detail + ")");
        observer.denied(denial, nanos);
    }

    private static String codeOf(Verification verification) {
        if (verification instanceof Verification.Rejected rejected) {
            return rejected.reason().code();
        }
        return verification instanceof Verification.Unavailable
                ? RefusalCode.KEYS_UNAVAILABLE
                : RefusalCode.MODULE_FAILED;
    }

    private void refused(String code, long nanos) {
        log.refused(code);
        observer.refused(code, nanos);
    }
}
