package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cognito4j.localpool.json.Json;

/** The refusal of an operation of the control plane, with Amazon's name for the reason. */
final class RefusedOperation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    private RefusedOperation(String type, int status, String message) {
        super(message);
        this.type = type;
        this.status = status;
    }

    /** A refusal with a name for which there is no factory; all but Amazon's own faults have the status 400. */
    static RefusedOperation of(String type, String message) {
        return new RefusedOperation(type, 400, message);
    }

    static RefusedOperation invalidParameter(String message) {
        return of("InvalidParameterException", message);
    }

    static RefusedOperation resourceNotFound(String message) {
        return of("ResourceNotFoundException", message);
    }

    static RefusedOperation limitExceeded(String message) {
        return of("LimitExceededException", message);
    }

    static RefusedOperation internal() {
        return new RefusedOperation("InternalErrorException", 500, "The local pool failed; its log says why.");
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return Json.object().put("__type", type).put("message", getMessage());
    }
}
