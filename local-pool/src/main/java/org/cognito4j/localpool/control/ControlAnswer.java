package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the control plane says.
 *
 * @param status the HTTP status
 * @param body the JSON body
 * @param error Amazon's name of the error, or {@code -}
 * @param message the error in words, or the empty text; may repeat what came from outside
 */
public record ControlAnswer(int status, ObjectNode body, String error, String message) {
    private static final String NONE = "-";

    static ControlAnswer done(ObjectNode body) {
        return new ControlAnswer(200, body, NONE, "");
    }

    static ControlAnswer refused(RefusedOperation refusal) {
        return new ControlAnswer(refusal.status(), refusal.body(), refusal.type(), refusal.getMessage());
    }

    /** The refusal of one request too many. */
    public static ControlAnswer throttled() {
        return refused(RefusedOperation.of("TooManyRequestsException", "Rate exceeded"));
    }

    public boolean isError() {
        return !error.equals(NONE);
    }
}
