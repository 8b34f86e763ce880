package org.cognito4j.it.hostile.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answer some requests before any resource is found or checked. */
public final class EarlyFilters {

    private EarlyFilters() {}

    /** Answers before a resource is found. */
    @Provider
    @PreMatching
    public static class Unmatched implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getHeaderString("X-Cached") != null) {
                request.abortWith(Response.ok("from the cache").build());
            }
        }
    }

    /** Answers before a resource is checked. */
    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class Matched implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getHeaderString("X-Cached") != null) {
                request.abortWith(Response.noContent().build());
            }
        }
    }
}
