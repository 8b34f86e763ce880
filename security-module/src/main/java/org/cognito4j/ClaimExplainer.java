package org.cognito4j;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cognito4j.net.VisibleText;

/** Asks the rules of one pool about the claims of one token, each rule once. */
final class ClaimExplainer {

    private final ExplanationDraft draft;
    private final PrintableToken shown;
    private final VerifierSettings settings;
    private final ClaimRules rules;
    private final Instant now;

    ClaimExplainer(ExplanationDraft draft, PrintableToken shown, TrustedPool pool) {
        this.draft = draft;
        this.shown = shown;
        this.rules = pool.rules();
        this.settings = rules.settings();
        this.now = pool.now();
    }

    /** Asks a rule, unless it was asked before or what it is about cannot be read. */
    void judge(TokenRule rule, Optional<Claims> readable) {
        if (readable.isEmpty() || draft.has(rule)) {
            return;
        }
        Claims claims = readable.get();
        Optional<Instant> expiry = claims.instant("exp");
        Optional<Instant> issue = claims.instant("iat");
        switch (rule) {
            case TOKEN_USE ->
                draft.passes(
                        rule,
                        "token_use = \"access\"",
                        member(claims, "token_use"),
                        () -> ClaimRules.requireAccessToken(claims));
            case CLIENT ->
                draft.passes(rule, clients(), member(claims, "client_id"), () -> rules.requireKnownClient(claims));
            case CLIENT_NOT_DENIED -> judgeDenial(claims);
            case CALLER -> draft.passes(rule, callers(), caller(claims), () -> rules.requireCaller(claims));
            case AUDIENCE -> draft.passes(rule, audience(), member(claims, "aud"), () -> rules.requireAudience(claims));
            case CLAIMS_REQUIRED -> judgeRequired(claims);
            case EXPIRY_TIME -> judgeTime(rule, claims, "exp");
            case ISSUE_TIME -> judgeTime(rule, claims, "iat");
            case NOT_EXPIRED ->
                expiry.ifPresent(exp -> draft.passes(
                        rule,
                        "exp later than " + now.minus(settings.clockSkew()) + ", which is now less "
                                + settings.clockSkew(),
                        shown.time(claims, "exp"),
                        () -> rules.requireNotExpired(exp, now)));
            case NOT_FROM_THE_FUTURE ->
                issue.ifPresent(iat -> draft.passes(
                        rule, "iat " + notAfterNow(), shown.time(claims, "iat"), () -> rules.requireIssued(iat, now)));
            case LIFETIME ->
                expiry.ifPresent(exp -> issue.ifPresent(iat -> draft.passes(
                        rule,
                        "from iat to exp at most " + settings.maxTokenLifetime() + " and " + settings.clockSkew(),
                        Duration.between(iat, exp).toString(),
                        () -> rules.requireLifetime(iat, exp))));
            case NOT_TOO_EARLY ->
                draft.passes(
                        rule,
                        "no nbf, or nbf " + notAfterNow(),
                        shown.time(claims, "nbf"),
                        () -> rules.requireStarted(claims, now));
            case ISSUED_SINCE -> issue.ifPresent(iat -> judgeIssue(claims, iat));
            case TOKEN_NOT_DENIED ->
                draft.passes(
                        rule,
                        "jti not among denied-tokens",
                        member(claims, "jti"),
                        () -> rules.requireTokenNotDenied(claims, now));
            case SCOPE ->
                draft.passes(
                        rule,
                        "scopes with single spaces between them, or none",
                        member(claims, "scope"),
                        () -> ScopeList.parse(claims));
            case SIZE,
                    FORM,
                    HEADER,
                    HEADER_MEMBERS,
                    ALGORITHM,
                    TYPE,
                    KEY_ID,
                    CLAIMS,
                    ISSUER,
                    POOL_SIZE,
                    KEY,
                    SIGNATURE,
                    CLAIMS_IN_FULL -> throw new IllegalArgumentException(rule.ruleName());
        }
    }

    private void judgeDenial(Claims claims) {
        claims.text("client_id")
                .ifPresent(client -> draft.passes(
                        TokenRule.CLIENT_NOT_DENIED,
                        "a client that is not cut off",
                        settings.deniesClient(client) ? "it is cut off" : "it is not",
                        () -> rules.requireNotDenied(client)));
    }

    private void judgeRequired(Claims claims) {
        String client = claims.text("client_id").orElse("");
        List<RequiredClaims> required = List.of(settings.requiredClaims(), settings.requiredClaims(client));
        draft.passes(
                TokenRule.CLAIMS_REQUIRED,
                required.stream().allMatch(RequiredClaims::isEmpty)
                        ? "nothing: no claim is required"
                        : required.stream()
                                .flatMap(claimsOf -> claimsOf.valuesByName().entrySet().stream())
                                .map(claim -> claim(claim.getKey(), claim.getValue()))
                                .collect(Collectors.joining("; ")),
                required.stream().allMatch(RequiredClaims::isEmpty)
                        ? "any claims"
                        : required.stream()
                                .flatMap(claimsOf -> claimsOf.names().stream())
                                .distinct()
                                .map(name -> VisibleText.of(name)
                                        + member(claims, name).substring(name.length()))
                                .collect(Collectors.joining("; ")),
                () -> rules.requireClaims(client, claims));
    }

    private static String claim(String name, Set<String> values) {
        return VisibleText.of(name)
                + (values.contains(RequiredClaims.PRESENT)
                        ? " with any value"
                        : " = " + values.stream().map(VisibleText::quoted).collect(Collectors.joining(" or ")));
    }

    private void judgeIssue(Claims claims, Instant issuedAt) {
        String client = claims.text("client_id").orElse("");
        Instant since = settings.issuedBefore(client);
        draft.passes(
                TokenRule.ISSUED_SINCE,
                since.equals(Instant.MIN) ? "iat of any time" : "iat not earlier than " + since,
                shown.time(claims, "iat"),
                () -> rules.requireIssuedSince(client, issuedAt));
    }

    private void judgeTime(TokenRule rule, Claims claims, String name) {
        draft.passes(
                rule,
                name + ", a number of seconds since 1970",
                shown.member(claims.values(), name),
                () -> ClaimRules.time(claims, name));
    }

    private String member(Claims claims, String name) {
        return shown.member(claims.values(), name);
    }

    private String notAfterNow() {
        return "not later than " + now.plus(settings.clockSkew()) + ", which is now and " + settings.clockSkew();
    }

    private String clients() {
        return settings.acceptsAnyClient()
                ? "client_id of any app client"
                : "client_id among " + VisibleText.quoted(String.join(", ", settings.clientIds()));
    }

    private String callers() {
        String machine = "a machine: sub is client_id, no username";
        String user = "a person: sub is another, with username";
        return switch (settings.callers()) {
            case MACHINES -> machine;
            case USERS -> user;
            case BOTH -> machine + "; or " + user;
        };
    }

    private String caller(Claims claims) {
        Map<String, Object> values = claims.values();
        return shown.member(values, "sub") + ", " + shown.member(values, "username");
    }

    private String audience() {
        return settings.audiences().isEmpty()
                ? "nothing: aud is not looked at"
                : "aud holds "
                        + settings.audiences().stream().map(VisibleText::quoted).collect(Collectors.joining(" or "));
    }
}
