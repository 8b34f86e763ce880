package org.cognito4j.jakarta.decision;

import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.SignedFacts;

/**
 * Whom a token was issued to. Only a token whose signature was checked names anybody: of any other, and of a request without a token,
 * every field is empty and {@link #isVerified()} is false. Texts are those of the signed token and may have any characters; logs
 * escape them. Immutable and thread-safe.
 *
 * @param isVerified whether the signature of the token was checked
 * @param clientId the app client; {@value #UNVERIFIED} if nothing is verified; empty if a signed token names none
 * @param clientName the display name that is set for the app client; empty if none is
 * @param name the caller's name: the user name of a person, the app client's id for a machine
 * @param tokenId the {@code jti} claim; empty if there is none
 * @param userPool the id of the pool that signed the token
 * @param scopes the scopes of the token
 */
public record TokenHolder(
        boolean isVerified,
        String clientId,
        String clientName,
        String name,
        String tokenId,
        String userPool,
        Set<String> scopes) {

    /** The client id in a record about a token that is not verified. */
    public static final String UNVERIFIED = "unverified";

    /** The holder of a token of which nothing is verified. */
    public static final TokenHolder UNKNOWN = new TokenHolder(false, UNVERIFIED, "", "", "", "", Set.of());

    /**
     * Returns the holder of a token that is acceptable.
     *
     * @param token a verified token
     * @return its facts
     */
    public static TokenHolder of(AccessToken token) {
        return new TokenHolder(
                true,
                token.clientId(),
                token.clientName().orElse(""),
                token.username().orElseGet(token::clientId),
                token.tokenId().orElse(""),
                token.userPool().id(),
                token.scopes());
    }

    /**
     * Returns the holder of a token that was rejected after its signature was checked.
     *
     * @param facts what the signature vouches for
     * @return the same for a record
     */
    public static TokenHolder of(SignedFacts facts) {
        String client = facts.clientId().orElse("");
        return new TokenHolder(
                true,
                client,
                facts.clientName().orElse(""),
                facts.username().orElse(client),
                facts.tokenId().orElse(""),
                facts.userPool().id(),
                facts.scopes());
    }
}
