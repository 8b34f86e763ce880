package org.cognito4j;

/**
 * A {@link TokenCheck} has given no answer, so that the request must be refused with 503. The stack trace is that of what the check threw; its
 * message is left out, as it may quote what a caller sent.
 */
public final class TokenCheckFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    TokenCheckFailed(String message) {
        super(message, null, false, true);
    }
}
