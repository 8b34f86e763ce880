package org.cognito4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;

/** Collects the result of each rule for one token. Not thread-safe. */
final class ExplanationDraft {

    private static final String NOT_ASKED = "not asked: what it is about cannot be read, or is not there";

    private final Map<TokenRule, Rule> rows = new LinkedHashMap<>();

    /** Reads something of a token. */
    interface Reading<T> {
        T read() throws TokenRejected;
    }

    /** Asks something of a token. */
    interface Check {
        void run() throws TokenRejected;
    }

    /** What was read, if it could be. */
    <T> Optional<T> reads(TokenRule rule, String expected, String actual, Reading<T> reading) {
        try {
            T value = reading.read();
            put(rule, Result.PASSED, Optional.empty(), expected, actual);
            return Optional.of(value);
        } catch (TokenRejected rejected) {
            put(rule, Result.FAILED, Optional.of(rejected.reason()), expected, actual);
            return Optional.empty();
        }
    }

    boolean passes(TokenRule rule, String expected, String actual, Check check) {
        return reads(rule, expected, actual, () -> {
                    check.run();
                    return rule;
                })
                .isPresent();
    }

    void unknown(TokenRule rule, String expected, String why) {
        put(rule, Result.UNKNOWN, Optional.empty(), expected, why);
    }

    void skipped(TokenRule rule) {
        put(rule, Result.SKIPPED, Optional.empty(), "", NOT_ASKED);
    }

    boolean has(TokenRule rule) {
        return rows.containsKey(rule);
    }

    /** Every rule: those that were not asked stand behind the others. */
    List<Rule> rules() {
        for (TokenRule rule : TokenRule.values()) {
            // One limit for all pools is the same rule twice.
            if (!has(rule) && rule != TokenRule.POOL_SIZE) {
                skipped(rule);
            }
        }
        return new ArrayList<>(rows.values());
    }

    private void put(TokenRule rule, Result result, Optional<RejectionReason> reason, String expected, String actual) {
        rows.put(rule, new Rule(rule.ruleName(), result, reason, expected, actual, rule.settings()));
    }
}
