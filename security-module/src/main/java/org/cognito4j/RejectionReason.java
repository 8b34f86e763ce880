package org.cognito4j;

/**
 * Why a token was rejected: the first rule it breaks.
 *
 * <p>The {@link #code()} is stable API: never renamed, never used again for something else. The {@link #description()}
 * is a fixed text for the developer of the calling service; it holds nothing that the caller sent, so that it can stand
 * in a response header as it is.
 */
public enum RejectionReason {

    /** Longer than the configured limit. */
    TOKEN_TOO_LARGE("token-too-large", "The token is longer than this service accepts"),

    /** Five parts: JSON Web Encryption, as Cognito's refresh tokens are. */
    TOKEN_ENCRYPTED(
            "token-encrypted", "The token is encrypted, as Cognito refresh tokens are; send the access token instead"),

    /** Not three non-empty parts in canonical base64url (RFC 7515 sections 2 and 7.1). */
    TOKEN_MALFORMED(
            "token-malformed", "The token is not a signed JWT of three base64url parts; send it whole and unchanged"),

    /** The header is not one strict JSON object (RFC 7515 section 4). */
    HEADER_MALFORMED("header-malformed", "The token header is not valid JSON"),

    /** The header has members other than {@code alg}, {@code kid} and {@code typ}. */
    HEADER_UNSUPPORTED(
            "header-unsupported",
            "The token header has a member that Cognito does not write; only alg, kid and typ are allowed"),

    /** {@code alg} is missing or is not exactly {@code RS256} (RFC 8725 section 3.1). */
    WRONG_ALGORITHM("wrong-algorithm", "The token is not signed with RS256"),

    /** {@code typ} is present and is neither {@code JWT} nor {@code at+jwt} (RFC 8725 section 3.11). */
    WRONG_TYPE("wrong-type", "The token type is neither JWT nor at+jwt"),

    /** {@code kid} is missing, is not a string or has not 1 to 256 characters. */
    KEY_ID_INVALID("key-id-invalid", "The token header names no key, or not in a usable form"),

    /** The payload is not one strict JSON object (RFC 7519 section 7.2). */
    CLAIMS_MALFORMED("claims-malformed", "The token payload is not a valid JSON object"),

    /** {@code iss} is missing or is not an issuer of a configured user pool. */
    WRONG_ISSUER("wrong-issuer", "The token was not issued by a user pool that this service trusts"),

    /** The pool has no usable key with that {@code kid}. */
    UNKNOWN_KEY("unknown-key", "The token is signed with a key that its user pool does not publish"),

    /** The signature does not fit the key and the signed bytes. */
    BAD_SIGNATURE("bad-signature", "The token signature is not valid; the token was changed or is not from Cognito"),

    /** {@code token_use} is {@code id}. */
    ID_TOKEN("id-token", "This is an ID token; send the access token instead"),

    /** {@code token_use} is missing or is not exactly {@code access}. */
    WRONG_TOKEN_USE("wrong-token-use", "This is not an access token; send the access token"),

    /** {@code client_id} is missing or is not one of the configured app clients. */
    WRONG_CLIENT("wrong-client", "The token was issued to an app client that this service does not accept"),

    /** {@code client_id} is a configured app client that is denied for now. */
    CLIENT_DENIED("client-denied", "This service does not serve this app client at present; ask its operator"),

    /** A person's token, or one that is neither clearly a machine's nor a person's, where only machines may call. */
    NOT_A_MACHINE(
            "not-a-machine", "This service accepts machine tokens only; get one with the client credentials grant"),

    /** A machine's token, or one that is neither clearly a machine's nor a person's, where only people may call. */
    NOT_A_USER("not-a-user", "This service accepts tokens of signed-in users only"),

    /** {@code aud} is missing or does not hold the configured audience (RFC 7519 section 4.1.3). */
    WRONG_AUDIENCE("wrong-audience", "The token is not meant for this service"),

    /** A claim has none of the values that are required of it, or is missing. */
    CLAIM_MISMATCH(
            "claim-mismatch", "A claim of the token has not the value that this service requires; ask its operator"),

    /** {@code exp}, {@code iat} or {@code nbf} is not a number of seconds, or a required one is missing. */
    TIME_INVALID("time-invalid", "The token does not say in a usable form when it was issued and when it expires"),

    /** {@code exp} has come (RFC 7519 section 4.1.4). */
    TOKEN_EXPIRED("token-expired", "The token has expired; get a new one"),

    /** {@code iat} is in the future. */
    ISSUED_IN_FUTURE("issued-in-future", "The token claims to be issued in the future; check the clocks"),

    /** {@code nbf} is in the future (RFC 7519 section 4.1.5). */
    NOT_YET_VALID("not-yet-valid", "The token is not valid yet; check the clocks"),

    /** From {@code iat} to {@code exp} is longer than Cognito lets a token live. */
    LIFETIME_TOO_LONG("lifetime-too-long", "The token lives longer than this service accepts"),

    /** {@code iat} is before the instant from which tokens have to be issued. */
    ISSUED_BEFORE(
            "issued-before",
            "The token was issued before the time from which this service accepts tokens; get a new one"),

    /** {@code jti} is that of a single token that is denied. */
    TOKEN_DENIED("token-denied", "This service does not accept this single token any more; get a new one"),

    /** {@code scope} is not one string of scopes separated by single spaces (RFC 6749 section 3.3). */
    SCOPE_INVALID("scope-invalid", "The token's scope is not a list of scopes separated by spaces"),

    /** A {@link TokenCheck} of the application denies the token. */
    DENIED_BY_APPLICATION("denied-by-application", "The application does not accept this token; ask its operator");

    private final String code;
    private final String description;

    RejectionReason(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /**
     * The stable name of this reason.
     *
     * @return lower-case words joined by hyphens, for example {@code token-expired}
     */
    public String code() {
        return code;
    }

    /**
     * What is wrong and what to do, for the developer of the calling service.
     *
     * @return a fixed sentence in the character set of RFC 6750 section 3 for {@code error_description}
     */
    public String description() {
        return description;
    }

    /**
     * The error code of RFC 6750 section 3.1 under which this reason is reported.
     *
     * @return {@code invalid_token}, since every reason lies in the token
     */
    public String error() {
        return "invalid_token";
    }
}
