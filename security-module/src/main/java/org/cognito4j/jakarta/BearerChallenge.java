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
 * fixed, save for configured ones and scopes, which the grammar keeps free of quotes and backslashes. Immutable and thread-safe.
 */
public final class BearerChallenge {

    private final String realm;
    private final String metadata;
    private final String insufficientScope;

    BearerChallenge(String realm) {
        this(realm, Optional.empty());
    }

    /**
     * Challenges for one resource.
     *
     * @param realm the protection space (RFC 9110 section 11.5)
     * @param metadata where the metadata of the resource is (RFC 9728 section 5.1)
     */
    BearerChallenge(String realm, Optional<String> metadata) {
        this.realm = realm;
        this.metadata = metadata.map(address -> ", resource_metadata=\"" + address + "\"")
                .orElse("");
        this.insufficientScope =
                error("insufficient_scope", "insufficient-scope: The token does not give the role that is needed here");
    }

    /**
     * No credentials where some are needed: no error is named (RFC 6750 section 3.1).
     *
     * @param scopes those that the resource asks for; empty if they are not known
     */
    Refusal missing(Collection<String> scopes) {
        return refusal(
                HttpServletResponse.SC_UNAUTHORIZED, withScopes("Bearer realm=\"" + realm + '"' + metadata, scopes));
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

    /**
     * A token that is not acceptable.
     *
     * @param scopes those that the resource asks for; empty if they are not known
     */
    Refusal rejected(RejectionReason reason, Collection<String> scopes) {
        return refusal(
                HttpServletResponse.SC_UNAUTHORIZED,
                withScopes(error(reason.error(), reason.code() + ": " + reason.description()), scopes));
    }

    /** A token that nobody can judge now. It may be good, so there is no challenge that would make the caller drop it. */
    static Refusal unavailable(Duration retryAfter) {
        return new Refusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Optional.empty(), Optional.of(retryAfter));
    }

    /** What went wrong lies with us and says nothing about the token. */
    static Refusal failed() {
        return unavailable(Duration.ofSeconds(5));
    }

    /**
     * What to answer to a verification that did not accept the token.
     *
     * @param scopes those that the resource asks for; empty if they are not known
     */
    Refusal refusalOf(Verification verification, Collection<String> scopes) {
        if (verification instanceof Verification.Rejected rejected) {
            return rejected(rejected.reason(), scopes);
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
        return withScopes(insufficientScope, scopes);
    }

    /**
     * A caller whose token does not give enough.
     *
     * @param scopes those that would do
     */
    Refusal forbidden(Collection<String> scopes) {
        return refusal(HttpServletResponse.SC_FORBIDDEN, insufficientScope(scopes));
    }

    /** Returns a refusal that names the scopes which the resource asks for, if it is a 401 that names none. */
    static Refusal namingScopes(Refusal refusal, Collection<String> scopes) {
        boolean hasPlace = refusal.status() == HttpServletResponse.SC_UNAUTHORIZED
                && refusal.challenge()
                        .filter(text -> !text.contains(", scope=\""))
                        .isPresent();
        return hasPlace
                ? new Refusal(
                        refusal.status(),
                        refusal.challenge().map(text -> withScopes(text, scopes)),
                        refusal.retryAfter())
                : refusal;
    }

    private String error(String error, String description) {
        return "Bearer realm=\"" + realm + "\", error=\"" + error + "\", error_description=\"" + description + '"'
                + metadata;
    }

    /** Any one of the scopes would do, or all are needed: RFC 6750 section 3 does not tell these apart. */
    private static String withScopes(String challenge, Collection<String> scopes) {
        return scopes.isEmpty() ? challenge : challenge + ", scope=\"" + String.join(" ", scopes) + '"';
    }

    private static Refusal refusal(int status, String challenge) {
        return new Refusal(status, Optional.of(challenge), Optional.empty());
    }
}
