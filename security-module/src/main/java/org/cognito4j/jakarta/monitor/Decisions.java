package org.cognito4j.jakarta.monitor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cognito4j.AccessToken;
import org.cognito4j.SignedFacts;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.RefusalLog;
import org.cognito4j.jakarta.decision.RequestReader;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.decision.TokenHolder;
import org.cognito4j.jakarta.usage.ClientUse;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of each decision of one service: counts it, logs a refusal, and tells observers. A record of the decision is made only if one
 * of them wants it. Thread-safe.
 */
public final class Decisions {

    private final Counters counters;
    private final ClientCounts clients;
    private final RefusalLog log;
    private final SecurityObserver observers;
    private final Consumer<AccessToken> spans;
    private final RequestReader reader;
    private final InstantSource clock;

    Decisions(
            Counters counters,
            ClientCounts clients,
            RefusalLog log,
            SecurityObserver observers,
            Consumer<AccessToken> spans,
            RequestReader reader,
            InstantSource clock) {
        this.counters = counters;
        this.clients = clients;
        this.log = log;
        this.observers = observers;
        this.spans = spans;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Notes that a caller was accepted.
     *
     * @param request null if it is not at hand
     * @param nanos how long the token was judged
     */
    public void accepted(
            @Nullable HttpServletRequest request, DecisionForm form, Verification.Accepted accepted, long nanos) {
        AccessToken token = accepted.token();
        counters.countAccepted();
        clients.of(token.clientId()).accepted(token, accepted.isRemembered());
        spans.accept(token);
        if (observers.hearsAccepted()) {
            observers.accepted(
                    token,
                    new SecurityDecision(
                            SecurityDecision.ACCEPTED,
                            clock.instant(),
                            Duration.ofNanos(nanos),
                            accepted.isRemembered(),
                            reader.read(request, form),
                            TokenHolder.of(token),
                            Requirement.NONE));
        }
    }

    /**
     * Notes that a token was not accepted.
     *
     * @param request null if it is not at hand
     * @param outcome what became of it; null if a judge returned nothing
     * @param nanos how long the token was judged
     */
    public void refused(
            @Nullable HttpServletRequest request, DecisionForm form, @Nullable Verification outcome, long nanos) {
        if (outcome instanceof Verification.Rejected rejected) {
            Optional<SignedFacts> facts = rejected.facts();
            ClientCount client = facts.map(this::clientOf).orElseGet(clients::unverified);
            refused(
                    new Refusal(rejected.reason().code(), client, Requirement.NONE),
                    () -> new SecurityDecision(
                            rejected.reason().code(),
                            clock.instant(),
                            Duration.ofNanos(nanos),
                            rejected.isRemembered(),
                            reader.read(request, form),
                            facts.map(TokenHolder::of).orElse(TokenHolder.UNKNOWN),
                            Requirement.NONE,
                            rejected.denial()));
        } else {
            String code = outcome instanceof Verification.Unavailable
                    ? RefusalCode.KEYS_UNAVAILABLE
                    : RefusalCode.MODULE_FAILED;
            refused(
                    new Refusal(code, clients.unverified(), Requirement.NONE),
                    () -> unverified(code, Duration.ofNanos(nanos), request, form));
        }
    }

    /**
     * Notes that a request was refused of which no token was judged.
     *
     * @param code one of {@link RefusalCode}
     */
    public void unjudged(HttpServletRequest request, DecisionForm form, String code) {
        refused(
                new Refusal(code, clients.unverified(), Requirement.NONE),
                () -> unverified(code, Duration.ZERO, request, form));
    }

    /** Counts a request without a token where one is needed. It has no record: nobody who has one was refused. */
    public void missing() {
        count(new Refusal(RefusalCode.NO_TOKEN, clients.unverified(), Requirement.NONE));
    }

    /**
     * Notes that a caller lacks what a resource requires.
     *
     * @param request null if it is not at hand
     * @param token the caller's token; null if the caller is not known by one
     */
    public void forbidden(
            @Nullable HttpServletRequest request, DecisionForm form, Requirement asked, @Nullable AccessToken token) {
        Requirement requirement = token == null ? asked : asked.lackedBy(token);
        ClientCount client = token == null ? clients.unverified() : clients.of(token.clientId());
        refused(
                new Refusal(RefusalCode.INSUFFICIENT_SCOPE, client, requirement),
                () -> new SecurityDecision(
                        RefusalCode.INSUFFICIENT_SCOPE,
                        clock.instant(),
                        Duration.ZERO,
                        false,
                        reader.read(request, form),
                        token == null ? TokenHolder.UNKNOWN : TokenHolder.of(token),
                        requirement));
    }

    /** Returns whether anything counts what calls need. */
    public boolean countsNeeds() {
        return clients.arePassedOn();
    }

    /**
     * Returns the counters of what the calls of a client need.
     *
     * @return null if they are off
     */
    public @Nullable ClientUse useBy(AccessToken token) {
        return clients.of(token.clientId()).use();
    }

    /** Notes that something failed while a request was decided about. */
    public void failed(@Nullable HttpServletRequest request, DecisionForm form, Throwable failure) {
        count(new Refusal(RefusalCode.MODULE_FAILED, clients.unverified(), Requirement.NONE));
        OneRecord decision = new OneRecord(() -> unverified(RefusalCode.MODULE_FAILED, Duration.ZERO, request, form));
        log.failed(failure, decision);
        tell(decision);
    }

    private ClientCount clientOf(SignedFacts facts) {
        return clients.of(facts.clientId().orElse(""));
    }

    private SecurityDecision unverified(
            String code, Duration took, @Nullable HttpServletRequest request, DecisionForm form) {
        return new SecurityDecision(
                code, clock.instant(), took, false, reader.read(request, form), TokenHolder.UNKNOWN, Requirement.NONE);
    }

    private void refused(Refusal refusal, Supplier<SecurityDecision> maker) {
        count(refusal);
        OneRecord decision = new OneRecord(maker);
        log.refused(refusal.code, refusal.client.label(), decision);
        tell(decision);
    }

    private void count(Refusal refusal) {
        counters.countRefused(refusal.code);
        clients.refused(refusal.client, refusal.code, refusal.requirement.missing());
    }

    private void tell(OneRecord decision) {
        if (observers.hearsRefused()) {
            observers.refused(decision.get());
        }
    }

    /** A refusal as far as it is counted. */
    private record Refusal(String code, ClientCount client, Requirement requirement) {}

    /** The record of one decision, made for the first that asks. */
    private static final class OneRecord implements Supplier<SecurityDecision> {

        private final Supplier<SecurityDecision> maker;
        private @Nullable SecurityDecision made;

        OneRecord(Supplier<SecurityDecision> maker) {
            this.maker = maker;
        }

        @Override
        public SecurityDecision get() {
            SecurityDecision decision = made;
            if (decision == null) {
                decision = maker.get();
                made = decision;
            }
            return decision;
        }
    }
}
