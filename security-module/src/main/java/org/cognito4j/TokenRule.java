package org.cognito4j;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules by name, in the order in which a verifier with keys in hand asks them. */
enum TokenRule {
    SIZE("max-token-size"),
    FORM,
    HEADER,
    HEADER_MEMBERS,
    ALGORITHM,
    TYPE,
    KEY_ID,
    CLAIMS,
    ISSUER("user-pool-id", "issuers"),
    POOL_SIZE("max-token-size"),
    KEY("jwks-uri", "jwks-file"),
    SIGNATURE,
    CLAIMS_IN_FULL,
    TOKEN_USE,
    CLIENT("client-ids"),
    CLIENT_NOT_DENIED("clients.\"<id>\".denied"),
    CALLER("callers"),
    AUDIENCE("audience"),
    CLAIMS_REQUIRED("required-claims.\"<claim>\"", "clients.\"<id>\".required-claims.\"<claim>\""),
    EXPIRY_TIME,
    ISSUE_TIME,
    NOT_EXPIRED("clock-skew"),
    NOT_FROM_THE_FUTURE("clock-skew"),
    LIFETIME("max-token-lifetime", "clock-skew"),
    NOT_TOO_EARLY("clock-skew"),
    ISSUED_SINCE("issued-before", "clients.\"<id>\".issued-before"),
    TOKEN_NOT_DENIED("denied-tokens"),
    SCOPE;

    /** What is asked before a key may be fetched, see {@link ClaimRules#requireWorthAKeyFetch}. */
    static final List<TokenRule> WORTH_A_KEY_FETCH =
            List.of(TOKEN_USE, CLIENT, CLIENT_NOT_DENIED, EXPIRY_TIME, NOT_EXPIRED);

    /** What the claims have to say. */
    static final Set<TokenRule> OF_CLAIMS = EnumSet.range(TOKEN_USE, SCOPE);

    private final List<String> settings;

    TokenRule(String... settings) {
        this.settings = List.of(settings);
    }

    /** Stable: scripts read it. */
    String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What changes the rule. */
    List<String> settings() {
        return settings;
    }
}
