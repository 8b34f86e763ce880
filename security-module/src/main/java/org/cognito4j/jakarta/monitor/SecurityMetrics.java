package org.cognito4j.jakarta.monitor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.KeyState;
import org.cognito4j.TokenVerifier;
import org.cognito4j.jakarta.usage.UsageFigures;

/** One service's figures. */
final class SecurityMetrics implements SecurityMXBean {

    private final Counters counters;
    private final ClientCounts clients;
    private final TokenVerifier verifier;
    private final Supplier<String> policyProblem;
    private final ManualDenials denials;
    private final Supplier<Map<String, UsageFigures>> usage;
    private final Supplier<List<String>> openResources;

    SecurityMetrics(
            Counters counters,
            ClientCounts clients,
            TokenVerifier verifier,
            Supplier<String> policyProblem,
            ManualDenials denials,
            Supplier<Map<String, UsageFigures>> usage,
            Supplier<List<String>> openResources) {
        this.counters = counters;
        this.clients = clients;
        this.verifier = verifier;
        this.policyProblem = policyProblem;
        this.denials = denials;
        this.usage = usage;
        this.openResources = openResources;
    }

    @Override
    public List<String> getOpenResources() {
        return openResources.get();
    }

    @Override
    public long getPolicyVersion() {
        return verifier.policyVersion();
    }

    @Override
    public String getPolicyProblem() {
        return policyProblem.get();
    }

    @Override
    public List<String> getDeniedByHand() {
        return denials.lines();
    }

    @Override
    public String denyClient(String clientId) {
        return denials.denyClient(clientId);
    }

    @Override
    public String allowClient(String clientId) {
        return denials.allowClient(clientId);
    }

    @Override
    public String denyTokensIssuedBefore(String target, String instant) {
        return denials.denyTokensIssuedBefore(target, instant);
    }

    @Override
    public String allowTokensIssuedBefore(String target) {
        return denials.allowTokensIssuedBefore(target);
    }

    @Override
    public String denyToken(String tokenId, String until) {
        return denials.denyToken(tokenId, until);
    }

    @Override
    public String allowToken(String tokenId) {
        return denials.allowToken(tokenId);
    }

    @Override
    public long getAccepted() {
        return counters.accepted();
    }

    @Override
    public long getRefused() {
        return counters.refused();
    }

    @Override
    public Map<String, Long> getRefusedByReason() {
        return counters.refusedByReason();
    }

    @Override
    public Map<String, ClientFigures> getClients() {
        return clients.figures();
    }

    @Override
    public Map<String, UsageFigures> getUsage() {
        return usage.get();
    }

    @Override
    public long getCacheHits() {
        return verifier.cacheHits();
    }

    @Override
    public long getCacheMisses() {
        return verifier.cacheMisses();
    }

    @Override
    public long getKeyRefreshes() {
        return counters.keyRefreshes();
    }

    @Override
    public long getKeyFailures() {
        return counters.keyFailures();
    }

    @Override
    public Map<String, String> getKeyStatus() {
        return byPool(state -> state.status().name());
    }

    @Override
    public Map<String, Long> getKeyAgeSeconds() {
        return byPool(state -> state.age().toSeconds());
    }

    private <T> Map<String, T> byPool(Function<KeyState, T> figure) {
        Map<String, T> figures = new TreeMap<>();
        verifier.keyStates().forEach(state -> figures.put(state.userPool().id(), figure.apply(state)));
        return figures;
    }
}
