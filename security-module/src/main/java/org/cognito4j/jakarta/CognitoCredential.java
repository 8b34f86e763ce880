package org.cognito4j.jakarta;

import jakarta.security.enterprise.credential.Credential;
import java.util.Objects;
import java.util.Optional;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token to be validated by {@link CognitoIdentityStore}, and what became of it. Not thread-safe: it belongs to
 * one request.
 */
public final class CognitoCredential implements Credential {

    private @Nullable String token;
    private @Nullable Verification verification;

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

    Verification verifyWith(TokenVerifier verifier) {
        String text = token;
        Verification outcome = text == null ? null : verifier.verify(text);
        if (outcome == null) {
            throw new IllegalStateException("the credential was cleared before it was validated");
        }
        verification = outcome;
        return outcome;
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
