package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.cognito4j.jakarta.access.AccessRefused;

/** Makes {@link AccessRefused} the answer that it holds where JAX-RS meets it. {@link AccessRefusedFeature} brings it along. */
@Provider
public final class AccessRefusedMapper implements ExceptionMapper<AccessRefused> {

    /** Called by the JAX-RS implementation. */
    public AccessRefusedMapper() {}

    /**
     * The answer.
     *
     * @param refused what was thrown
     * @return its status and headers, without a body
     */
    @Override
    public Response toResponse(AccessRefused refused) {
        return response(refused.status(), refused.headers());
    }

    static Response response(int status, Map<String, String> headers) {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return response.build();
    }
}
