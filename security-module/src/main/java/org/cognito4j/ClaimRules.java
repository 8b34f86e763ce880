package org.cognito4j;

import static org.cognito4j.RejectionReason.CLAIM_MISMATCH;
import static org.cognito4j.RejectionReason.CLIENT_DENIED;
import static org.cognito4j.RejectionReason.ID_TOKEN;
import static org.cognito4j.RejectionReason.ISSUED_BEFORE;
import static org.cognito4j.RejectionReason.ISSUED_IN_FUTURE;
import static org.cognito4j.RejectionReason.LIFETIME_TOO_LONG;
import static org.cognito4j.RejectionReason.NOT_A_MACHINE;
import static org.cognito4j.RejectionReason.NOT_A_USER;
import static org.cognito4j.RejectionReason.NOT_YET_VALID;
import static org.cognito4j.RejectionReason.TIME_INVALID;
import static org.cognito4j.RejectionReason.TOKEN_DENIED;
import static org.cognito4j.RejectionReason.TOKEN_EXPIRED;
import static org.cognito4j.RejectionReason.WRONG_AUDIENCE;
import static org.cognito4j.RejectionReason.WRONG_CLIENT;
import static org.cognito4j.RejectionReason.WRONG_TOKEN_USE;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/**
 * What the claims of an access token have to say, in one fixed order: use, client, kind of caller, audience, required
 * claims, time, what an operator cuts off, scope. The first broken rule is the reason. All texts are compared exactly.
 */
final class ClaimRules {

    private final VerifierSettings settings;
    private final ClaimSharing sharing;

    ClaimRules(VerifierSettings settings) {
        this(settings, new ClaimSharing(settings.issuers()));
    }

    private ClaimRules(VerifierSettings settings, ClaimSharing sharing) {
        this.settings = settings;
        this.sharing = sharing;
    }

    /** The rules by another policy for the same pool; accepted tokens go on sharing what is equal in them. */
    ClaimRules by(VerifierSettings newSettings) {
        return new ClaimRules(newSettings, sharing);
    }

    VerifierSettings settings() {
        return settings;
    }

    /**
     * The rules that cost nothing and that no genuine token for this service breaks. They come first where the key is
     * not at hand, so that junk cannot make us fetch keys.
     */
    void requireWorthAKeyFetch(Claims claims, Instant now) throws TokenRejected {
        requireAccessToken(claims);
        requireClient(claims);
        requireNotExpired(time(claims, "exp"), now);
    }

    /** All rules; the signature has been checked. */
    AccessToken accept(Claims claims, Instant now) throws TokenRejected {
        requireAccessToken(claims);
        requireClient(claims);
        CallerKind kind = requireCaller(claims);
        requireAudience(claims);
        String client = claims.text("client_id").orElseThrow();
        requireClaims(client, claims);
        Instant expiresAt = time(claims, "exp");
        Instant issuedAt = time(claims, "iat");
        requireNotExpired(expiresAt, now);
        requireIssued(issuedAt, now);
        requireLifetime(issuedAt, expiresAt);
        requireStarted(claims, now);
        requireIssuedSince(client, issuedAt);
        requireTokenNotDenied(claims, now);
        Set<String> scopes = ScopeList.parse(claims);
        return new AccessToken.Verified(
                settings.userPool(),
                sharing.compact(claims),
                kind,
                settings.clientName(client),
                scopes,
                issuedAt,
                expiresAt,
                settings.clockSkew());
    }

    static Instant time(Claims claims, String name) throws TokenRejected {
        return claims.instant(name).orElseThrow(() -> TokenRejected.of(TIME_INVALID));
    }

    static void requireAccessToken(Claims claims) throws TokenRejected {
        String use = claims.text("token_use").orElseThrow(() -> TokenRejected.of(WRONG_TOKEN_USE));
        if (use.equals("id")) {
            throw TokenRejected.of(ID_TOKEN);
        }
        if (!use.equals("access")) {
            throw TokenRejected.of(WRONG_TOKEN_USE);
        }
    }

    private void requireClient(Claims claims) throws TokenRejected {
        requireNotDenied(requireKnownClient(claims));
    }

    String requireKnownClient(Claims claims) throws TokenRejected {
        String client = claims.text("client_id").orElseThrow(() -> TokenRejected.of(WRONG_CLIENT));
        if (client.isEmpty() || !settings.acceptsClient(client)) {
            throw TokenRejected.of(WRONG_CLIENT);
        }
        return client;
    }

    void requireNotDenied(String client) throws TokenRejected {
        if (settings.deniesClient(client)) {
            throw TokenRejected.of(CLIENT_DENIED);
        }
    }

    /** A machine is its own subject and has no user name; a person has another and a name. The rest is refused. */
    CallerKind requireCaller(Claims claims) throws TokenRejected {
        boolean ownSubject = claims.text("sub").equals(claims.text("client_id"));
        boolean machine = ownSubject && !claims.has("username");
        if (machine && settings.callers().accept(CallerKind.MACHINE)) {
            return CallerKind.MACHINE;
        }
        boolean user = !ownSubject && claims.hasText("sub") && claims.hasText("username");
        if (user && settings.callers().accept(CallerKind.USER)) {
            return CallerKind.USER;
        }
        throw TokenRejected.of(settings.callers() == Callers.USERS ? NOT_A_USER : NOT_A_MACHINE);
    }

    void requireAudience(Claims claims) throws TokenRejected {
        if (!settings.audiences().isEmpty() && Collections.disjoint(settings.audiences(), claims.texts("aud"))) {
            throw TokenRejected.of(WRONG_AUDIENCE);
        }
    }

    /** Requires the claims set for all app clients and those set for this client. */
    void requireClaims(String client, Claims claims) throws TokenRejected {
        if (!settings.requiredClaims().areMetBy(claims)
                || !settings.requiredClaims(client).areMetBy(claims)) {
            throw TokenRejected.of(CLAIM_MISMATCH);
        }
    }

    /** Expired on or after the instant itself: RFC 7519 section 4.1.4. */
    void requireNotExpired(Instant expiresAt, Instant now) throws TokenRejected {
        if (!now.minus(settings.clockSkew()).isBefore(expiresAt)) {
            throw TokenRejected.of(TOKEN_EXPIRED);
        }
    }

    /** Exactly the skew ahead still passes. */
    void requireIssued(Instant issuedAt, Instant now) throws TokenRejected {
        if (issuedAt.isAfter(now.plus(settings.clockSkew()))) {
            throw TokenRejected.of(ISSUED_IN_FUTURE);
        }
    }

    /** Exactly the longest lifetime, plus the skew, still passes. */
    void requireLifetime(Instant issuedAt, Instant expiresAt) throws TokenRejected {
        Instant latest = issuedAt.plus(settings.maxTokenLifetime()).plus(settings.clockSkew());
        if (expiresAt.isAfter(latest)) {
            throw TokenRejected.of(LIFETIME_TOO_LONG);
        }
    }

    /** Exactly the instant itself passes: a token of that second may be the first of a new secret. */
    void requireIssuedSince(String client, Instant issuedAt) throws TokenRejected {
        if (issuedAt.isBefore(settings.issuedBefore(client))) {
            throw TokenRejected.of(ISSUED_BEFORE);
        }
    }

    /** A denial ends at its instant, after which the token is expected to have expired. */
    void requireTokenNotDenied(Claims claims, Instant now) throws TokenRejected {
        if (settings.deniesToken(claims.text("jti").orElse(""), now)) {
            throw TokenRejected.of(TOKEN_DENIED);
        }
    }

    /** Exactly the skew ahead still passes, as RFC 7519 section 4.1.5 has it: the current time must be on or after. */
    void requireStarted(Claims claims, Instant now) throws TokenRejected {
        if (!claims.has("nbf")) {
            return;
        }
        Instant notBefore = time(claims, "nbf");
        if (notBefore.isAfter(now.plus(settings.clockSkew()))) {
            throw TokenRejected.of(NOT_YET_VALID);
        }
    }
}
