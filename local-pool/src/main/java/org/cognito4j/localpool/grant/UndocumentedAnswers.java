package org.cognito4j.localpool.grant;

/**
 * How the token endpoint answers where AWS' documentation leaves it open or contradicts itself.
 *
 * @param ignoresForeignScopes whether a requested scope that the client may not have is left out instead of refused
 * @param missingFlow the error for a client without the flow of machines
 * @param invalidClientStatus the HTTP status of {@code invalid_client}
 * @param throttledStatus the HTTP status of throttling
 * @param throttledError the error of throttling
 */
public record UndocumentedAnswers(
        boolean ignoresForeignScopes,
        String missingFlow,
        int invalidClientStatus,
        int throttledStatus,
        String throttledError) {
    public static final UndocumentedAnswers DEFAULT =
            new UndocumentedAnswers(false, "unauthorized_client", 400, 429, "too_many_requests");
}
