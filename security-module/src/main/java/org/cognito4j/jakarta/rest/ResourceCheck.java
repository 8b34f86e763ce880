package org.cognito4j.jakarta.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Something that a request has to pass before a resource method or a sub-resource locator is called. */
interface ResourceCheck {

    /** The answer to a request that may not pass; empty if it may. */
    Optional<Response> refusal(ContainerRequestContext request);
}
