package org.cognito4j;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * App clients and tokens that are refused whatever the settings say. A verifier applies them over each of its policies, see {@link
 * TokenVerifier#replaceDenials}: they refuse more, never less. Immutable and thread-safe.
 */
public final class Denials {

    /** Refuses nothing. */
    public static final Denials NONE = new Denials(Set.of(), Map.of(), Map.of(), Map.of());

    private final Set<String> clients;
    private final Map<String, Instant> issuedBeforeByClient;
    private final Map<String, Instant> issuedBeforeByPool;
    private final Map<String, Instant> tokens;

    private Denials(
            Set<String> clients,
            Map<String, Instant> issuedBeforeByClient,
            Map<String, Instant> issuedBeforeByPool,
            Map<String, Instant> tokens) {
        this.clients = Set.copyOf(clients);
        this.issuedBeforeByClient = Map.copyOf(issuedBeforeByClient);
        this.issuedBeforeByPool = Map.copyOf(issuedBeforeByPool);
        this.tokens = Map.copyOf(tokens);
    }

    /**
     * Refuses all tokens of an app client, too.
     *
     * @param clientId the {@code client_id} claim, compared exactly
     * @return denials with one more client
     * @throws IllegalArgumentException if that can be no app client's id
     */
    public Denials withClient(String clientId) {
        requireClientId(clientId);
        Set<String> more = new HashSet<>(clients);
        more.add(clientId);
        return new Denials(more, issuedBeforeByClient, issuedBeforeByPool, tokens);
    }

    /**
     * Takes back {@link #withClient}.
     *
     * @param clientId the {@code client_id} claim
     * @return denials without this client
     */
    public Denials withoutClient(String clientId) {
        Set<String> fewer = new HashSet<>(clients);
        fewer.remove(clientId);
        return new Denials(fewer, issuedBeforeByClient, issuedBeforeByPool, tokens);
    }

    /**
     * Refuses tokens of an app client with an {@code iat} before an instant, too. A later instant that is there already stays.
     *
     * @param clientId the {@code client_id} claim, compared exactly
     * @param instant exclusive: a token of the instant itself is accepted
     * @return denials with the later of both instants
     * @throws IllegalArgumentException if that can be no app client's id
     */
    public Denials withTokensIssuedBefore(String clientId, Instant instant) {
        requireClientId(clientId);
        return new Denials(clients, later(issuedBeforeByClient, clientId, instant), issuedBeforeByPool, tokens);
    }

    /**
     * Takes back {@link #withTokensIssuedBefore(String, Instant)}.
     *
     * @param clientId the {@code client_id} claim
     * @return denials without this instant
     */
    public Denials withoutTokensIssuedBefore(String clientId) {
        return new Denials(clients, without(issuedBeforeByClient, clientId), issuedBeforeByPool, tokens);
    }

    /**
     * Refuses tokens of all app clients of a user pool with an {@code iat} before an instant, too. A later instant that is there already
     * stays.
     *
     * @param userPool the pool
     * @param instant exclusive: a token of the instant itself is accepted
     * @return denials with the later of both instants
     */
    public Denials withTokensIssuedBefore(UserPool userPool, Instant instant) {
        return new Denials(clients, issuedBeforeByClient, later(issuedBeforeByPool, userPool.id(), instant), tokens);
    }

    /**
     * Takes back {@link #withTokensIssuedBefore(UserPool, Instant)}.
     *
     * @param userPool the pool
     * @return denials without this instant
     */
    public Denials withoutTokensIssuedBefore(UserPool userPool) {
        return new Denials(clients, issuedBeforeByClient, without(issuedBeforeByPool, userPool.id()), tokens);
    }

    /**
     * Refuses a single token until an instant, too. A later instant that is there already stays.
     *
     * @param tokenId the {@code jti} claim, compared exactly
     * @param until from when on it is not looked for any more, since it has expired by then
     * @return denials with one more token
     * @throws IllegalArgumentException if that can be no token's id
     */
    public Denials withToken(String tokenId, Instant until) {
        if (!DeniedTokens.isTokenId(tokenId)) {
            throw new IllegalArgumentException(
                    "A token id (jti) has 1 to 256 printable characters without space, comma, @ and backslash");
        }
        return new Denials(clients, issuedBeforeByClient, issuedBeforeByPool, later(tokens, tokenId, until));
    }

    /**
     * Takes back {@link #withToken}.
     *
     * @param tokenId the {@code jti} claim
     * @return denials without this token
     */
    public Denials withoutToken(String tokenId) {
        return new Denials(clients, issuedBeforeByClient, issuedBeforeByPool, without(tokens, tokenId));
    }

    /**
     * Drops tokens whose denial has ended.
     *
     * @param now the present instant
     * @return denials without them
     */
    public Denials at(Instant now) {
        Map<String, Instant> current = new HashMap<>(tokens);
        current.values().removeIf(until -> !now.isBefore(until));
        return new Denials(clients, issuedBeforeByClient, issuedBeforeByPool, current);
    }

    /**
     * Returns what is denied, for operators.
     *
     * @return a line for each denial, in a fixed order; empty if there is none
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        clients.stream().sorted().forEach(id -> lines.add("client " + id + ": all tokens"));
        new TreeMap<>(issuedBeforeByClient)
                .forEach((id, instant) -> lines.add("client " + id + ": tokens issued before " + instant));
        new TreeMap<>(issuedBeforeByPool)
                .forEach((id, instant) -> lines.add("pool " + id + ": tokens issued before " + instant));
        new TreeMap<>(tokens).forEach((id, until) -> lines.add("token " + id + ": until " + until));
        return List.copyOf(lines);
    }

    /** Applies these to the settings of one pool. An app client that the pool does not accept is refused by it anyway. */
    VerifierSettings over(VerifierSettings settings) {
        if (equals(NONE)) {
            return settings;
        }
        Map<String, ClientPolicy> policies = new HashMap<>();
        clients.forEach(id -> policies.put(
                id, policies.getOrDefault(id, settings.policyFor(id)).denied(true)));
        issuedBeforeByClient.forEach((id, instant) -> {
            ClientPolicy policy = policies.getOrDefault(id, settings.policyFor(id));
            policies.put(id, policy.issuedBefore(VerifierSettings.later(policy.issuedBefore(), instant)));
        });
        Instant forAll = issuedBeforeByPool.getOrDefault(settings.userPool().id(), Instant.MIN);
        return settings.refusing(policies, forAll, tokens);
    }

    private static void requireClientId(String text) {
        if (!text.matches("[\\w+]{1,128}")) {
            throw new IllegalArgumentException("An app client id has 1 to 128 letters, digits, _ or +");
        }
    }

    private static Map<String, Instant> later(Map<String, Instant> instants, String key, Instant instant) {
        Map<String, Instant> more = new HashMap<>(instants);
        more.merge(key, instant, VerifierSettings::later);
        return more;
    }

    private static Map<String, Instant> without(Map<String, Instant> instants, String key) {
        Map<String, Instant> fewer = new HashMap<>(instants);
        fewer.remove(key);
        return fewer;
    }

    /** Returns whether the same is denied. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Denials denials
                && clients.equals(denials.clients)
                && issuedBeforeByClient.equals(denials.issuedBeforeByClient)
                && issuedBeforeByPool.equals(denials.issuedBeforeByPool)
                && tokens.equals(denials.tokens);
    }

    /** Returns a hash code of all that is denied. */
    @Override
    public int hashCode() {
        return Objects.hash(clients, issuedBeforeByClient, issuedBeforeByPool, tokens);
    }

    /** Returns the lines for operators. */
    @Override
    public String toString() {
        return lines().toString();
    }
}
