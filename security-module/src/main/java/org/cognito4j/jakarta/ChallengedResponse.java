package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Gives a 403 of the application the challenge for its caller, unless it has one of its own. */
final class ChallengedResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    ChallengedResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void setStatus(int status) {
        challenge(status);
        super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        challenge(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        challenge(status);
        super.sendError(status, message);
    }

    private void challenge(int status) {
        if (status == SC_FORBIDDEN
                && !containsHeader("WWW-Authenticate")
                && request.getAttribute(ChallengeAttribute.NAME) instanceof String challenge) {
            setHeader("WWW-Authenticate", challenge);
            setHeader("Cache-Control", "no-store");
        }
    }
}
