package org.cognito4j.client;

import java.time.Duration;
import java.util.Optional;

/**
 * No token can be had at the moment. Quotes neither secrets nor tokens nor what the endpoint wrote, other than its error
 * code.
 */
public final class TokenRequestFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TokenFailure failure;

    TokenRequestFailed(TokenFailure failure) {
        super("No token: " + failure.code() + ". " + failure.hint());
        this.failure = failure;
    }

    TokenFailure failure() {
        return failure;
    }

    /**
     * Why the request failed, as a word to decide by.
     *
     * @return Cognito's error code (for example {@code invalid_client}, RFC 6749 section 5.2, or {@code
     *     TooManyRequestsException}); where it gave none {@code http-} with the status; or without a proper answer {@code
     *     no-answer}, {@code redirected}, {@code answer-not-understood}, {@code expired-on-arrival}, {@code
     *     nearly-expired}, {@code foreign-token}, {@code secret-unavailable}, {@code no-thread}, {@code internal-error},
     *     {@code interrupted}, {@code closed}; and where a proxy lets no request pass {@code proxy-credentials-missing},
     *     {@code proxy-credentials-refused}, {@code proxy-basic-disabled}, {@code proxy-scheme-unsupported}
     */
    public String code() {
        return failure.code();
    }

    /**
     * Whether the failure may pass by itself.
     *
     * @return false if someone has to change a setting first
     */
    public boolean retryable() {
        return failure.retryable();
    }

    /**
     * What to do about it.
     *
     * @return a sentence for the operator
     */
    public String hint() {
        return failure.hint();
    }

    /**
     * For how long the source does not ask again and fails at once.
     *
     * @return empty if the next call asks again
     */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }
}
