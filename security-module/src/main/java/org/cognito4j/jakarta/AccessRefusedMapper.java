package org.cognito4j.jakarta;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

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
        Response.ResponseBuilder response = Response.status(refused.status());
        refused.headers().forEach(response::header);
        return response.build();
    }
}
