package org.cognito4j.jakarta.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cognito4j.jakarta.decision.DecidedRequest;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.TokenHolder;

/** Records of decisions for tests of what is made of them. */
public final class SampleDecisions {

    public static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private SampleDecisions() {}

    /** Of a token of which nothing is verified. */
    public static SecurityDecision unverified(String code) {
        return of(code, TokenHolder.UNKNOWN, Requirement.NONE);
    }

    /** Of a verified token of the client {@code abc}. */
    public static SecurityDecision verified(String code) {
        return of(code, holder("abc"), Requirement.NONE);
    }

    public static TokenHolder holder(String client) {
        return new TokenHolder(true, client, "Shop", client, "jti-1", "eu-west-1_Sample", Set.of("orders/read"));
    }

    public static SecurityDecision of(String code, TokenHolder holder, Requirement requirement) {
        DecidedRequest request = new DecidedRequest(
                "/orders",
                DecisionForm.FILTER,
                "GET",
                "/orders/api/*",
                "",
                "192.0.2.7",
                "4bf92f3577b34da6a3ce929d0e0e4736");
        return new SecurityDecision(code, AT, Duration.ofNanos(7_000), false, request, holder, requirement);
    }
}
