package org.cognito4j;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an Amazon Cognito access token is acceptable and, if not, exactly why.
 *
 * <p>Format, RS256 signature and every claim are checked, in a fixed order; the first broken rule is the reason. Keys
 * are fetched for the first token and kept fresh in the background from then on. Who may call can change meanwhile, see {@link
 * #replacePolicy}. Thread-safe; make one and share it.
 * Closing it ends the background work; it then answers {@link Verification.Unavailable}.
 */
public final class TokenVerifier implements AutoCloseable {

    private final Map<String, TrustedPool> poolsByIssuer;
    private final List<TrustedPool> pools;
    private final AtomicReference<AccessPolicy> policy;
    private final int maxTokenSize;
    private final boolean remembersVerdicts;
    private final LongAdder cacheHits = new LongAdder();
    private final LongAdder cacheMisses = new LongAdder();
    private final TokenHasher hasher = new TokenHasher();
    private final LastHeader lastHeader = new LastHeader();

    private TokenVerifier(Map<String, TrustedPool> poolsByIssuer, AtomicReference<AccessPolicy> policy) {
        this.poolsByIssuer = poolsByIssuer;
        this.policy = policy;
        this.pools = poolsByIssuer.values().stream().distinct().toList();
        this.maxTokenSize = pools.stream()
                .mapToInt(pool -> pool.settings().maxTokenSize())
                .max()
                .orElseThrow();
        this.remembersVerdicts = pools.stream().anyMatch(TrustedPool::remembersVerdicts);
    }

    /**
     * A verifier for the tokens of one or several user pools.
     *
     * @param first settings of a pool
     * @param more settings of further pools
     * @return a verifier that has not fetched any keys yet, unless a {@link KeyCheckAtStart} or pinned keys ask for it
     * @throws InvalidSettings if two pools claim the same issuer, a pinned file cannot be used, or keys that are
     *     required at the start cannot be had
     */
    public static TokenVerifier of(VerifierSettings first, VerifierSettings... more) {
        List<VerifierSettings> pools = new ArrayList<>(List.of(more));
        pools.add(0, first);
        return of(pools, InstantSource.system());
    }

    /**
     * A verifier that reads the time from a given clock.
     *
     * @param pools settings of at least one pool
     * @param clock the wall clock by which tokens expire
     * @return a verifier that has not fetched any keys yet, unless a {@link KeyCheckAtStart} or pinned keys ask for it
     * @throws InvalidSettings if there is no pool, two claim the same issuer, a pinned file cannot be used, or keys
     *     that are required at the start cannot be had
     */
    public static TokenVerifier of(Collection<VerifierSettings> pools, InstantSource clock) {
        return of(pools, clock, Optional.empty());
    }

    /**
     * A verifier that tells of each fetch of keys.
     *
     * @param pools settings of at least one pool
     * @param clock the wall clock by which tokens expire
     * @param listener is told, from the first fetch on
     * @return a verifier that has not fetched any keys yet, unless a {@link KeyCheckAtStart} or pinned keys ask for it
     * @throws InvalidSettings if there is no pool, two claim the same issuer, a pinned file cannot be used, or keys
     *     that are required at the start cannot be had
     */
    public static TokenVerifier of(Collection<VerifierSettings> pools, InstantSource clock, KeyListener listener) {
        return of(pools, clock, Optional.of(listener));
    }

    private static TokenVerifier of(
            Collection<VerifierSettings> pools, InstantSource clock, Optional<KeyListener> listener) {
        requireOwnIssuers(pools);
        return of(pools, clock, KeyRings.start(pools, clock, listener)::get);
    }

    /** A verifier whose pools get their keys from rings made elsewhere, one for each pool. */
    static TokenVerifier of(
            Collection<VerifierSettings> pools, InstantSource clock, Function<VerifierSettings, KeyRing> rings) {
        requireOwnIssuers(pools);
        Map<String, TrustedPool> byIssuer = new LinkedHashMap<>();
        AtomicReference<AccessPolicy> policy = new AtomicReference<>(AccessPolicy.first(pools));
        int place = 0;
        for (VerifierSettings settings : pools) {
            TrustedPool pool = new TrustedPool(settings, policy, place++, rings.apply(settings), clock);
            settings.issuers().forEach(issuer -> byIssuer.put(issuer, pool));
        }
        return new TokenVerifier(Map.copyOf(byIssuer), policy);
    }

    private static void requireOwnIssuers(Collection<VerifierSettings> pools) {
        List<SettingFault> faults = new ArrayList<>();
        if (pools.isEmpty()) {
            faults.add(new SettingFault("user-pool-id", "is missing", "Name at least one user pool"));
        }
        Map<String, UserPool> owners = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (VerifierSettings settings : pools) {
            if (!ids.add(settings.userPool().id())) {
                faults.add(new SettingFault(
                        "user-pool-id",
                        "\"" + settings.userPool() + "\" is configured twice",
                        "Configure each pool once, with all of its issuers and app clients"));
            }
            for (String issuer : settings.issuers()) {
                if (owners.putIfAbsent(issuer, settings.userPool()) != null) {
                    faults.add(new SettingFault(
                            "issuers", "\"" + issuer + "\" belongs to two pools", "Configure each pool once"));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    /**
     * Verifies a token. Waits for keys where they have to be fetched first, at most as long as one fetch may take;
     * otherwise it does not block.
     *
     * @param token the text behind {@code Bearer}, never null; nothing in it can make this method throw
     * @return accepted, rejected with the first broken rule, or unavailable if the pool's keys cannot be had
     */
    public Verification verify(String token) {
        try {
            return judge(token);
        } catch (TokenRejected rejected) {
            return new Rejected(rejected.reason());
        }
    }

    private Verification judge(String token) throws TokenRejected {
        CompactJws.requireSize(token, maxTokenSize);
        TokenDigest digest = remembersVerdicts ? hasher.digest(token) : TokenDigest.NONE;
        Verification remembered = remembered(digest);
        if (remembered != null) {
            if (remembered instanceof Accepted) {
                cacheHits.increment();
            }
            return remembered;
        }
        cacheMisses.increment();
        return examine(token, digest);
    }

    /** Each pool remembers its own tokens, so that those of one do not push out those of another. */
    private @Nullable Verification remembered(TokenDigest digest) {
        for (int i = 0; i < pools.size() && remembersVerdicts; i++) {
            Verification remembered = pools.get(i).remembered(digest);
            if (remembered != null) {
                return remembered;
            }
        }
        return null;
    }

    private Verification examine(String token, TokenDigest digest) throws TokenRejected {
        CompactJws jws = CompactJws.parse(token);
        JoseHeader header = lastHeader.parse(jws.header());
        UnsignedClaims unsigned = UnsignedClaims.parse(jws.payload());
        // The issuer only picks one of the configured pools. It is never an address to fetch anything from.
        TrustedPool pool = unsigned.deciding()
                .text("iss")
                .map(poolsByIssuer::get)
                .orElseThrow(() -> TokenRejected.of(RejectionReason.WRONG_ISSUER));
        CompactJws.requireSize(token, pool.settings().maxTokenSize());
        Verification verification = pool.verify(digest, jws, header, unsigned);
        if (verification instanceof Accepted) {
            lastHeader.remember(jws.header(), header);
        }
        return verification;
    }

    /** For tests: from outside a kept header only shows in the time it saves. */
    LastHeader lastHeader() {
        return lastHeader;
    }

    /**
     * Verifies a token and tells what every rule says of it. Costs more than verifying: for a person who asks, not for each
     * request. Waits for keys as {@link #verify} does, and asks for them even if the token is not worth it.
     *
     * @param token the text behind {@code Bearer}, never null; nothing in it can make this method throw
     * @return the verdict of {@link #verify}, and all rules with what was expected and what the token has
     */
    public Explanation explain(String token) {
        return new Explainer(poolsByIssuer, maxTokenSize, token).explain(this::verify);
    }

    /**
     * Replaces what is set about who may call, of all pools at once: app clients and what is set for them, roles, the instant before
     * which no token may be issued, denied tokens. Each verification that begins afterwards judges by it, remembered tokens
     * included. Does not wait.
     *
     * @param newSettings settings of each pool of this verifier, in which everything else is as it was
     * @throws InvalidSettings if the pools are others, or a setting changes that needs another verifier; the policy then stays
     */
    public void replacePolicy(Collection<VerifierSettings> newSettings) {
        policy.updateAndGet(before -> PolicyChange.of(before, newSettings));
    }

    /**
     * Replaces what is refused whatever the policy says. It stays over every policy that {@link #replacePolicy} sets later. Each
     * verification that begins afterwards judges by it, remembered tokens included. Does not wait.
     *
     * @param denials all that is to be refused from now on; {@link Denials#NONE} for nothing
     */
    public void replaceDenials(Denials denials) {
        policy.updateAndGet(before -> before.denials().equals(denials) ? before : before.with(denials));
    }

    /**
     * Returns the denials that apply over every policy.
     *
     * @return {@link Denials#NONE} before the first {@link #replaceDenials}
     */
    public Denials denials() {
        return policy.get().denials();
    }

    /**
     * How often the policy or the denials were replaced.
     *
     * @return 1 before the first {@link #replacePolicy}, one more after each change
     */
    public long policyVersion() {
        return policy.get().version();
    }

    /**
     * The settings of each pool by the policy of now, without what {@link #replaceDenials} refuses besides.
     *
     * @return an unmodifiable list with one entry for each pool
     */
    public List<VerifierSettings> settings() {
        return policy.get().settings();
    }

    /**
     * The translation of scopes to roles for the tokens of a pool, by the policy of now.
     *
     * @param userPool a pool of this verifier
     * @return the mapping; empty if the pool is none of this verifier
     */
    public Optional<ScopeRoles> scopeRoles(UserPool userPool) {
        List<ClaimRules> rules = policy.get().rules();
        for (int i = 0; i < rules.size(); i++) {
            VerifierSettings ofPool = rules.get(i).settings();
            if (ofPool.userPool().equals(userPool)) {
                return Optional.of(ofPool.scopeRoles());
            }
        }
        return Optional.empty();
    }

    /**
     * Begins to fetch the keys of each pool for which nobody did yet, as its first token would. Does not wait; calling it
     * again has no effect.
     */
    public void beginFetching() {
        pools.forEach(pool -> pool.keys().start());
    }

    /**
     * The keys of each pool as they are now, for operators: to show, to export as a metric or to raise an alarm on.
     * Does not wait.
     *
     * @return an unmodifiable list with one entry for each pool, by pool id
     */
    public List<KeyState> keyStates() {
        return pools.stream()
                .map(pool -> pool.keys().state())
                .sorted(Comparator.comparing(state -> state.userPool().id()))
                .toList();
    }

    /**
     * How many tokens were accepted because their verdict was remembered.
     *
     * @return the number since this verifier was made
     */
    public long cacheHits() {
        return cacheHits.sum();
    }

    /**
     * How many tokens had to be examined, as no verdict on them was remembered. Those that are too long are not counted.
     *
     * @return the number since this verifier was made
     */
    public long cacheMisses() {
        return cacheMisses.sum();
    }

    /** Ends the background work. Waits for nothing; calling it again has no effect. */
    @Override
    public void close() {
        pools.forEach(TrustedPool::close);
    }
}
