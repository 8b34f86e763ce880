package org.cognito4j.server.jetty;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import org.eclipse.jetty.security.AuthenticationState;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that ends a request before the servlet layer, sent by Jetty's core API. Headers are already in place.
 *
 * @param status the status code
 * @param error whether the server words the body, as for {@code sendError}
 * @param message what the server may say in that body
 * @param location the target of a redirect
 * @param body the body; may be empty
 */
record Answer(
        int status,
        boolean error,
        @Nullable String message,
        @Nullable String location,
        byte[] body) {

    private static final @Nullable Method WRITE_ERROR_WITH_ERROR_PAGES = writeErrorOfJetty121();

    /** The answer to a request nobody could decide about: it says nothing of the reason. */
    static Answer unavailable() {
        return new Answer(503, false, null, null, new byte[0]);
    }

    /**
     * Sends this answer and completes the callback, now or later.
     *
     * @return the state to hand back to Jetty
     */
    AuthenticationState send(Request request, Response response, Callback callback) {
        if (location != null) {
            Response.sendRedirect(request, response, callback, status, location, true);
        } else if (error) {
            return sendError(request, response, callback);
        } else {
            response.setStatus(status);
            response.write(true, ByteBuffer.wrap(body), callback);
        }
        return AuthenticationState.SEND_FAILURE;
    }

    /** Jetty 12.1 may answer with an error page of the application; 12.0 would lose the error on the way to it. */
    private AuthenticationState sendError(Request request, Response response, Callback callback) {
        if (WRITE_ERROR_WITH_ERROR_PAGES != null) {
            try {
                return (AuthenticationState)
                        WRITE_ERROR_WITH_ERROR_PAGES.invoke(null, request, response, callback, status);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Jetty could not write the error", e);
            }
        }
        Response.writeError(request, response, callback, status, message);
        return AuthenticationState.SEND_FAILURE;
    }

    private static @Nullable Method writeErrorOfJetty121() {
        try {
            return AuthenticationState.class.getMethod(
                    "writeError", Request.class, Response.class, Callback.class, int.class);
        } catch (NoSuchMethodException jetty120) {
            return null;
        }
    }
}
