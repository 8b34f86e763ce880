package org.cognito4j;

import java.util.List;
import java.util.Optional;

/**
 * What each rule says of one token, for operators and developers. The verdict is that of {@link TokenVerifier#verify}; of
 * a rejected token the first rule that failed is its reason.
 *
 * <p>All texts are printable ASCII and can be shown as they are. They hold claims of the token, which may be personal and
 * are anybody's words while the signature has not passed, but never its signature. Immutable and thread-safe.
 *
 * @param verdict what became of the token
 * @param userPool the pool that the token names as its issuer; empty if it is none of ours
 * @param rules every rule, in the order in which they were asked
 */
public record Explanation(Verification verdict, Optional<UserPool> userPool, List<Rule> rules) {

    /**
     * Takes a copy of the rules.
     *
     * @param verdict what became of the token
     * @param userPool the pool that the token names as its issuer
     * @param rules every rule, in the order in which they were asked
     */
    public Explanation {
        rules = List.copyOf(rules);
    }

    /** What a rule says. */
    public enum Result {

        /** The token keeps the rule. */
        PASSED,

        /** The token breaks the rule. */
        FAILED,

        /** Nobody can tell: the pool's keys are not available. */
        UNKNOWN,

        /** The rule could not be asked, since what it is about cannot be read. */
        SKIPPED
    }

    /**
     * One rule and what it says of the token.
     *
     * @param name the stable name of the rule, lower-case words joined by hyphens
     * @param result what it says
     * @param reason why the token would be rejected for this; empty unless it failed
     * @param expected what the rule asks for, with the values that are set
     * @param actual what the token has
     * @param settings the keys of the settings that change the rule, without the prefix of the pool; empty if none does
     */
    public record Rule(
            String name,
            Result result,
            Optional<RejectionReason> reason,
            String expected,
            String actual,
            List<String> settings) {

        /**
         * Takes a copy of the settings.
         *
         * @param name the name of the rule
         * @param result what it says
         * @param reason why the token would be rejected for this
         * @param expected what the rule asks for
         * @param actual what the token has
         * @param settings the keys of the settings that change the rule
         */
        public Rule {
            settings = List.copyOf(settings);
        }
    }
}
