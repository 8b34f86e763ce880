package org.cognito4j;

import static org.cognito4j.TokenRule.ALGORITHM;
import static org.cognito4j.TokenRule.CLAIMS;
import static org.cognito4j.TokenRule.CLAIMS_IN_FULL;
import static org.cognito4j.TokenRule.FORM;
import static org.cognito4j.TokenRule.HEADER;
import static org.cognito4j.TokenRule.HEADER_MEMBERS;
import static org.cognito4j.TokenRule.ISSUER;
import static org.cognito4j.TokenRule.KEY;
import static org.cognito4j.TokenRule.KEY_ID;
import static org.cognito4j.TokenRule.POOL_SIZE;
import static org.cognito4j.TokenRule.SIGNATURE;
import static org.cognito4j.TokenRule.SIZE;
import static org.cognito4j.TokenRule.TYPE;

import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.VisibleText;

/**
 * Asks every rule about one token, by the very methods that verification asks, but goes on where that stops. The order is
 * that of {@link TokenVerifier} and {@link TrustedPool}, so the first rule that fails is the reason. Used once.
 */
final class Explainer {

    private final Map<String, TrustedPool> poolsByIssuer;
    private final int maxTokenSize;
    private final String token;
    private final PrintableToken shown;
    private final ExplanationDraft draft = new ExplanationDraft();

    Explainer(Map<String, TrustedPool> poolsByIssuer, int maxTokenSize, String token) {
        this.poolsByIssuer = poolsByIssuer;
        this.maxTokenSize = maxTokenSize;
        this.token = token;
        this.shown = new PrintableToken(token);
    }

    /**
     * Explains.
     *
     * @param verifier gives the verdict
     */
    Explanation explain(Function<String, Verification> verifier) {
        boolean fits = draft.passes(
                SIZE, atMost(maxTokenSize), shown.length(), () -> CompactJws.requireSize(token, maxTokenSize));
        Optional<CompactJws> jws = fits
                ? draft.reads(FORM, "three parts of base64url", shown.form(), () -> CompactJws.parse(token))
                : Optional.empty();
        Optional<String> keyId = jws.flatMap(this::keyId);
        Optional<Claims> unsigned = jws.flatMap(parts ->
                draft.reads(CLAIMS, "one JSON object", "the second part", () -> Claims.parseUnsigned(parts.payload())));
        Optional<TrustedPool> issuing = unsigned.flatMap(this::issuing);
        boolean inHand = issuing.isPresent() && keyId.isPresent() && fetched(issuing.get(), keyId.get());
        Verification verdict = verifier.apply(token);
        // With a single pool there is no doubt whose rules the token would have to keep.
        issuing.or(this::onlyPool).ifPresent(pool -> {
            ClaimExplainer claims = new ClaimExplainer(draft, shown, pool);
            if (!inHand) {
                TokenRule.WORTH_A_KEY_FETCH.forEach(rule -> claims.judge(rule, unsigned));
            }
            if (issuing.isPresent() && keyId.isPresent()) {
                judgeSignature(pool, keyId.get(), jws.orElseThrow(), verdict);
            }
            Optional<Claims> all = unsigned.flatMap(parsed -> draft.reads(
                    CLAIMS_IN_FULL,
                    "no claim twice at any depth, no odd number, no broken text",
                    "the second part",
                    () -> Claims.parse(jws.orElseThrow().payload())));
            TokenRule.OF_CLAIMS.forEach(rule -> claims.judge(rule, all));
        });
        return new Explanation(verdict, issuing.map(pool -> pool.settings().userPool()), draft.rules());
    }

    private Optional<String> keyId(CompactJws parts) {
        Optional<Map<String, Object>> header =
                draft.reads(HEADER, "one JSON object", "the first part", () -> JoseHeader.members(parts.header()));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> members = header.get();
        draft.passes(
                HEADER_MEMBERS,
                "alg, kid and typ, no other",
                shown.names(members.keySet()),
                () -> JoseHeader.requireKnownMembers(members));
        draft.passes(
                ALGORITHM, "alg = \"RS256\"", shown.member(members, "alg"), () -> JoseHeader.requireAlgorithm(members));
        draft.passes(
                TYPE,
                "typ = \"JWT\" or \"at+jwt\", or none",
                shown.member(members, "typ"),
                () -> JoseHeader.requireType(members));
        return draft.reads(
                KEY_ID, "kid, 1 to 256 characters", shown.member(members, "kid"), () -> JoseHeader.keyId(members));
    }

    private Optional<TrustedPool> issuing(Claims unsigned) {
        Optional<TrustedPool> pool = draft.reads(
                ISSUER,
                poolsByIssuer.keySet().stream()
                        .sorted()
                        .map(VisibleText::quoted)
                        .collect(Collectors.joining(" or ")),
                shown.member(unsigned.values(), "iss"),
                () -> unsigned.text("iss")
                        .map(poolsByIssuer::get)
                        .orElseThrow(() -> TokenRejected.of(RejectionReason.WRONG_ISSUER)));
        int limit = pool.map(found -> found.settings().maxTokenSize()).orElse(maxTokenSize);
        if (limit != maxTokenSize) {
            draft.passes(POOL_SIZE, atMost(limit), shown.length(), () -> CompactJws.requireSize(token, limit));
        }
        return pool;
    }

    /** As in a service that has been running for a while: keys are there before the token comes. */
    private static boolean fetched(TrustedPool pool, String keyId) {
        pool.keys().start();
        pool.keys().awaitStart();
        return pool.keys().knownKey(keyId).isPresent();
    }

    private Optional<TrustedPool> onlyPool() {
        return poolsByIssuer.values().stream().distinct().count() == 1
                ? poolsByIssuer.values().stream().findFirst()
                : Optional.empty();
    }

    private void judgeSignature(TrustedPool pool, String keyId, CompactJws jws, Verification verdict) {
        KeyState state = pool.keys().state();
        Optional<RSAPublicKey> key = pool.keys().knownKey(keyId);
        String expected = state.keyIds().isEmpty()
                ? "a key of user pool " + pool.settings().userPool()
                : "one of the keys " + shown.names(state.keyIds());
        if (key.isEmpty() && (verdict instanceof Unavailable || state.status() != KeyState.Status.FRESH)) {
            draft.unknown(KEY, expected, "keys are not available: " + VisibleText.of(state.lastError()));
            draft.skipped(SIGNATURE);
            return;
        }
        draft.reads(
                KEY,
                expected,
                shown.member(Map.of("kid", keyId), "kid"),
                () -> key.orElseThrow(() -> TokenRejected.of(RejectionReason.UNKNOWN_KEY)));
        key.ifPresent(found ->
                draft.passes(SIGNATURE, "RS256 by that key over the first two parts", "the third part", () -> {
                    if (!SignatureCheck.passes(jws, found)) {
                        throw TokenRejected.of(RejectionReason.BAD_SIGNATURE);
                    }
                }));
    }

    private static String atMost(int limit) {
        return "at most " + limit + " characters";
    }
}
