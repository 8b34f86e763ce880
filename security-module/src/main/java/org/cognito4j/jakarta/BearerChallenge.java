package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Refusal;

/**
 * The one place that maps outcomes to HTTP: status and {@code WWW-Authenticate} (RFC 6750 section 3). All texts are
 * fixed, save for configured ones and scopes, which the grammar keeps free of quotes and backslashes.
 *
 * @param realm the protection space (RFC 9110 section 11.5)
 * @param metadata where the metadata of the resource is, for callers without an acceptable token (RFC 9728 section 5.1)
 */
public record BearerChallenge(String realm, Optional<String> metadata) {

    BearerChallenge(String realm) {
        this(realm, Optional.empty());
    }

    /** No credentials where some are needed: no error is named (RFC 6750 section 3.1). */
    Refusal missing() {
        return refusal(HttpServletResponse.SC_UNAUTHORIZED, withMetadata(bare()));
    }

    /** A resource for callers, on a path where tokens do not count: so nobody can be one, and no challenge would help. */
    static Refusal closed() {
        return new Refusal(HttpServletResponse.SC_FORBIDDEN, Optional.empty(), Optional.empty());
    }

    /** Credentials in a form that is no bearer token's. */
    Refusal malformed() {
        return refusal(
                HttpServletResponse.SC_BAD_REQUEST,
                error(
                        "invalid_request",
                        "malformed-authorization: Send exactly one header Authorization: Bearer token"));
    }

    /** A token that is not acceptable. */
    Refusal rejected(RejectionReason reason) {
        return refusal(
                HttpServletResponse.SC_UNAUTHORIZED,
                withMetadata(error(reason.error(), reason.code() + ": " + reason.description())));
    }

    /** A token that nobody can judge now. It may be good, so there is no challenge that would make the caller drop it. */
    static Refusal unavailable(Duration retryAfter) {
        return new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Optional.empty(), Optional.of(retryAfter));
    }

    /** What went wrong lies with us and says nothing about the token. */
    static Refusal failed() {
        return unavailable(Duration.ofSeconds(5));
    }

    /** What to answer to a verification that did not accept the token. */
    Refusal refusalOf(Verification verification) {
        if (verification instanceof Verification.Rejected rejected) {
            return rejected(rejected.reason());
        }
        return verification instanceof Verification.Unavailable unavailable
                ? unavailable(unavailable.retryAfter())
                : failed();
    }

    /**
     * The challenge of a 403 to a caller whose token does not give the needed role.
     *
     * @param scopes those that would do, any one of them; empty if they are not known
     */
    String insufficientScope(Collection<String> scopes) {
        String challenge =
                error("insufficient_scope", "insufficient-scope: The token does not give the role that is needed here");
        return scopes.isEmpty() ? challenge : challenge + ", scope=\"" + String.join(" ", scopes) + "\"";
    }

    /**
     * A caller whose token does not give enough.
     *
     * @param scopes those that would do
     */
    Refusal forbidden(Collection<String> scopes) {
        return refusal(HttpServletResponse.SC_FORBIDDEN, insufficientScope(scopes));
    }

    private String withMetadata(String challenge) {
        return metadata.map(address -> challenge + ", resource_metadata=\"" + address + "\"")
                .orElse(challenge);
    }

    private String bare() {
        return "Bearer realm=\"" + realm + "\"";
    }

    private String error(String error, String description) {
        return bare() + ", error=\"" + error + "\", error_description=\"" + description + "\"";
    }

    private static Refusal refusal(int status, String challenge) {
        return new Refusal(status, Optional.of(challenge), Optional.empty());
    }
}
