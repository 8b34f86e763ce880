package org.cognito4j.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cognito4j.net.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself, if it is a JWT (RFC 7519). It is not verified, since it only shortens what the endpoint says of the token:
 * an API verifies it.
 *
 * @param expiresAt {@code exp}
 * @param issuedAt {@code iat}
 * @param clientId {@code client_id}, the app client that the token was issued to
 */
record TokenClaims(Optional<Instant> expiresAt, Optional<Instant> issuedAt, Optional<String> clientId) {

    /**
     * The longest token. Cognito grants up to 50 scopes, each of up to 256 characters for the resource server and 256 for the name: 25.7
     * thousand characters, 34.3 thousand in base64url. The rest is for other claims and what a pre token generation function adds.
     */
    static final int MAX_LENGTH = 48 * 1024;

    /** What may follow {@code Bearer} in a header (RFC 6750 section 2.1). */
    private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Set<String> NAMES = Set.of("exp", "iat", "client_id");
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L); // of the year 9999
    private static final TokenClaims NONE = new TokenClaims(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a text can be sent as a token. */
    static boolean isBearerToken(String text) {
        return text.length() <= MAX_LENGTH && BEARER_TOKEN.matcher(text).matches();
    }

    /** The claims of a token; none of a token that is no JWT. */
    static TokenClaims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            Map<String, Object> members =
                    StrictJson.members(NAMES, Base64.getUrlDecoder().decode(parts[1]));
            return new TokenClaims(
                    instant(members.get("exp")),
                    instant(members.get("iat")),
                    Optional.ofNullable(members.get("client_id"))
                            .filter(String.class::isInstance)
                            .map(String.class::cast));
        } catch (IllegalArgumentException | StrictJson.Malformed e) {
            return NONE;
        }
    }

    /** Whether the token may be of an app client, as far as can be seen. */
    boolean mayBeOf(String client) {
        return clientId.isEmpty() || clientId.get().equals(client);
    }

    /** The whole life of the token, if it has a beginning and an end. */
    Optional<Duration> life() {
        return expiresAt.flatMap(end -> issuedAt.map(start -> Duration.between(start, end)));
    }

    /** A second of the Unix epoch, which may have a fraction. */
    private static Optional<Instant> instant(@Nullable Object claim) {
        if (!(claim instanceof Number)) {
            return Optional.empty();
        }
        BigDecimal seconds =
                new BigDecimal(claim.toString()).max(BigDecimal.ZERO).min(LAST_SECOND);
        return Optional.of(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }
}
