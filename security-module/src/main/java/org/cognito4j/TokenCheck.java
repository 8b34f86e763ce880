package org.cognito4j;

import java.time.Duration;
import java.util.Optional;

/**
 * The application's own veto: asked about each verified token before the container is told who calls. A CDI bean of this type, and a service in
 * {@code META-INF/services/org.cognito4j.TokenCheck}, is found by itself; {@link TokenChecks} asks one elsewhere.
 *
 * <p>Asked with each request, for a remembered token as well. Several are all asked, and one denial is enough. Called in a thread of the
 * module, so it has no CDI request context, no transaction and no {@code java:comp}; the class loader of the thread is the application's. What
 * it throws, null, and no answer within {@code cognito.token-check-timeout} refuse the request with 503. Implementations are thread-safe and
 * return when they are interrupted.
 */
@FunctionalInterface
public interface TokenCheck {

    /**
     * Decides about the caller of one request.
     *
     * @param token a verified token
     * @param request what the caller asks for, as far as it is known
     * @return empty to let the request go on, or why it must not
     * @throws Exception if there is no answer; the request is refused with 503
     */
    Optional<Denial> check(AccessToken token, RequestFacts request) throws Exception;

    /**
     * How long an allowance holds for every request with the token, without {@link #check} being asked again. A denial has a time of its own,
     * {@link Denial#rememberedFor(Duration)}. Of several checks the shortest time counts. Nothing is remembered where the verifier
     * remembers no tokens, nor longer than it remembers this one.
     *
     * @param token the token that was allowed
     * @return zero, the default, to be asked each time; at most {@link Denial#LONGEST}
     */
    default Duration allowanceRememberedFor(AccessToken token) {
        return Duration.ZERO;
    }
}
