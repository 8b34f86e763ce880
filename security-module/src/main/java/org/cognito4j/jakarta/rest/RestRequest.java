package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.access.JudgedRequest;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.jspecify.annotations.Nullable;

/**
 * A request as a JAX-RS filter has it. Its properties are the attributes of the servlet request.
 *
 * @param application null if it is not known
 */
record RestRequest(
        ContainerRequestContext context, @Nullable ServletContext application) implements JudgedRequest {

    @Override
    public @Nullable HttpServletRequest of(CognitoService service) {
        return service.refusals().requestWith(context::getProperty);
    }

    @Override
    public RequestedPath path() {
        return RequestedPath.of(context.getUriInfo().getRequestUri().getPath(), application);
    }
}
