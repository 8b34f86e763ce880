package org.cognito4j.localpool.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.RandomIds;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.jspecify.annotations.Nullable;

/**
 * A token in the making for the test of a resource server: a machine's genuine one at first. Not safe for use by several
 * threads.
 */
public final class TokenDraft {
    private final PoolSigner signer;
    private final Duration validity;
    private final Map<String, Optional<JsonNode>> claimChanges = new LinkedHashMap<>();
    private final Map<String, Optional<JsonNode>> headerChanges = new LinkedHashMap<>();
    private String clientId;
    private List<String> scopes;
    private @Nullable Instant issuedAt;
    private @Nullable Instant expiresAt;
    private SigningKey key;
    private Function<CognitoClaims, ObjectNode> kind = CognitoClaims::ofMachine;

    TokenDraft(PoolSigner signer, RegisteredClient client) {
        this.signer = signer;
        this.validity = client.accessTokenValidity();
        this.clientId = client.id();
        this.scopes = client.allowedScopes();
        this.key = signer.keys().forAccessTokens();
    }

    public void scopes(List<String> carried) {
        this.scopes = carried;
    }

    public void clientId(String named) {
        this.clientId = named;
    }

    public void issuedAt(Instant instant) {
        this.issuedAt = instant;
    }

    public void expiresAt(Instant instant) {
        this.expiresAt = instant;
    }

    public void asUser(String username, List<String> groups) {
        this.kind = claims -> claims.ofUser(username, groups);
        this.key = signer.keys().forAccessTokens();
    }

    public void asIdToken(String username, List<String> groups) {
        this.kind = claims -> claims.ofIdToken(username, groups);
        this.key = signer.keys().forIdTokens();
    }

    public void claim(String name, @Nullable Object value) {
        claimChanges.put(name, Optional.of(Json.value(value)));
    }

    public void withoutClaim(String name) {
        claimChanges.put(name, Optional.empty());
    }

    public void header(String name, @Nullable Object value) {
        headerChanges.put(name, Optional.of(Json.value(value)));
    }

    public void withoutHeader(String name) {
        headerChanges.put(name, Optional.empty());
    }

    /** Names as its issuer a pool of the same region that does not exist. */
    public void ofOtherPool() {
        String poolId = signer.poolId();
        String other = RandomIds.userPoolId(poolId.substring(0, poolId.indexOf('_')));
        claim("iss", signer.issuer().replace(poolId, other));
    }

    /** Signs with a fresh key under the key id of the pool's own. */
    public void signedByForeignKey() {
        this.key = key.impostor();
    }

    /** The compact serialization; each call makes another token, with ids of its own. */
    public String sign() {
        Instant from = issuedAt == null ? signer.clock().instant() : issuedAt;
        Instant to = expiresAt == null ? from.plus(validity) : expiresAt;
        CognitoClaims claims = new CognitoClaims(signer.issuer(), clientId, scopes, from, to);
        return key.sign(changed(key.header(), headerChanges), changed(kind.apply(claims), claimChanges));
    }

    private static ObjectNode changed(ObjectNode members, Map<String, Optional<JsonNode>> changes) {
        changes.forEach((name, value) ->
                value.ifPresentOrElse(present -> members.set(name, present), () -> members.remove(name)));
        return members;
    }
}
