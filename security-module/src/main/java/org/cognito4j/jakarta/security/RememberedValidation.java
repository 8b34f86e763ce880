package org.cognito4j.jakarta.security;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cognito4j.jakarta.BearerToken;

/**
 * What the identity stores have said about the token of a request. Some servers ask again within the same request, when the
 * application calls {@code authenticate} or an error page is shown.
 */
final class RememberedValidation {

    private static final String ATTRIBUTE = RememberedValidation.class.getName();

    private final Object by;
    private final BearerToken token;
    private final CredentialValidationResult result;

    private RememberedValidation(Object by, BearerToken token, CredentialValidationResult result) {
        this.by = by;
        this.token = token;
        this.result = result;
    }

    /**
     * Keeps what was said until the request ends.
     *
     * @param token of the request
     * @param by whose business it is
     */
    static void remember(CredentialValidationResult result, String token, HttpServletRequest request, Object by) {
        request.setAttribute(ATTRIBUTE, new RememberedValidation(by, new BearerToken.Present(token), result));
    }

    /** What was said about the token that the request has now; empty unless the same one asked. */
    static Optional<CredentialValidationResult> in(HttpServletRequest request, Object by) {
        return request.getAttribute(ATTRIBUTE) instanceof RememberedValidation admitted
                        && admitted.by == by
                        && admitted.token.equals(BearerToken.of(request))
                ? Optional.of(admitted.result)
                : Optional.empty();
    }
}
