package org.cognito4j;

/**
 * Carries a reason from the rule that was broken to {@link TokenVerifier}, and no further. It has neither message nor
 * stack trace, so there is one for each reason.
 */
final class TokenRejected extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    TokenRejected(RejectionReason reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }
}
