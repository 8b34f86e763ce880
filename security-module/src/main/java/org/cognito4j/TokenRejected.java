package org.cognito4j;

import java.util.Arrays;

/**
 * Carries a reason from the rule that was broken to {@link TokenVerifier}, and no further. It has neither message nor
 * stack trace, so there is one for each reason.
 */
final class TokenRejected extends Exception {

    private static final long serialVersionUID = 1;

    private static final TokenRejected[] BY_REASON =
            Arrays.stream(RejectionReason.values()).map(TokenRejected::new).toArray(TokenRejected[]::new);

    private final RejectionReason reason;

    private TokenRejected(RejectionReason reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    static TokenRejected of(RejectionReason reason) {
        return BY_REASON[reason.ordinal()];
    }

    RejectionReason reason() {
        return reason;
    }
}
