package org.cognito4j.jakarta.security;

import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.TokenCheckFailed;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoService;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token to be validated by {@link CognitoIdentityStore}, and what became of it. Not thread-safe: it belongs to
 * one request.
 */
public final class CognitoCredential implements Credential {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private @Nullable String token;
    private @Nullable Verification verification;
    private @Nullable CognitoService judge;
    private boolean isChecked = true;

    /**
     * A credential that has not been validated.
     *
     * @param token the text behind {@code Bearer}
     */
    public CognitoCredential(String token) {
        this.token = Objects.requireNonNull(token, "token");
    }

    /**
     * The outcome of the validation: what an {@code INVALID} result keeps to itself.
     *
     * @return empty as long as no store has validated this credential
     */
    public Optional<Verification> verification() {
        return Optional.ofNullable(verification);
    }

    /**
     * What to say in {@code WWW-Authenticate} to a caller whose token was refused (RFC 6750 section 3).
     *
     * @return the challenge; empty unless a store has refused the token, and also if nobody could judge it: it may be
     *     good, and the answer is 503
     */
    public Optional<String> challenge() {
        return refusal().flatMap(Refusal::challenge);
    }

    /**
     * Refuses the request as the module's own mechanism does: 401 with the challenge, or 503 with {@code Retry-After} if
     * nobody could judge the token, and {@code Cache-Control: no-store}. Writes no body. A mechanism returns {@code
     * SEND_FAILURE} after it.
     *
     * @param response not committed
     * @throws IllegalStateException if the token is acceptable, or no store has validated it
     */
    public void refuse(HttpServletResponse response) {
        refusal()
                .orElseThrow(() -> new IllegalStateException("no store has refused the token"))
                .writeTo(response);
    }

    /** Worked out when it is asked for: the module's own mechanism has one of its own for the same outcome. */
    private Optional<Refusal> refusal() {
        return judge == null || verification == null || isValid()
                ? Optional.empty()
                : Optional.of(judge.refusalOf(verification));
    }

    /** Leaves the checks of the application to who validates this credential, and asks them itself. */
    CognitoCredential withoutChecks() {
        isChecked = false;
        return this;
    }

    /**
     * Verifies the token, and asks the checks of the application about it.
     *
     * @param request finds that of the caller; null where none is known
     */
    Verification verifyWith(CognitoService service, Supplier<@Nullable HttpServletRequest> request) {
        String text = token;
        if (text == null) {
            throw new IllegalStateException("the credential was cleared before it was validated");
        }
        Verification outcome =
                isChecked ? checked(service, text, request) : service.verifier().verify(text);
        judge = service;
        verification = outcome;
        return outcome;
    }

    /** A check without an answer leaves the token unjudged: 503. */
    private static Verification checked(
            CognitoService service, String text, Supplier<@Nullable HttpServletRequest> request) {
        try {
            return service.verify(text, request);
        } catch (TokenCheckFailed failure) {
            return new Verification.Unavailable(RETRY);
        }
    }

    @Override
    public void clear() {
        token = null;
    }

    @Override
    public boolean isCleared() {
        return token == null;
    }

    /** Whether the token is acceptable, without the token. */
    @Override
    public boolean isValid() {
        return verification instanceof Verification.Accepted;
    }

    /**
     * A description without the token.
     *
     * @return text fit for logs
     */
    @Override
    public String toString() {
        return "CognitoCredential[verification=" + verification + "]";
    }
}
