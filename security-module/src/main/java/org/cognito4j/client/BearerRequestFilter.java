package org.cognito4j.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/**
 * Puts an access token on the requests of a Jakarta REST client to given APIs. A filter cannot repeat a request: after a
 * 401 it has the token replaced, so that the next request brings a fresh one.
 *
 * <p>Requests to other origins, and those that bring an {@code Authorization} of their own, pass unchanged. Some clients
 * take headers along when they follow a redirect, so switch redirects off. Where no token can be had a call ends in
 * {@link TokenRequestFailed}. Thread-safe.
 */
public final class BearerRequestFilter implements ClientRequestFilter, ClientResponseFilter {

    private static final String SENT = BearerRequestFilter.class.getName();

    private final TokenSource tokens;
    private final ApiOrigins apis;

    /**
     * A filter to register with a client or a target.
     *
     * @param tokens where tokens come from
     * @param apis addresses of the APIs that the tokens are meant for; only scheme, host and port count
     * @throws IllegalArgumentException if no API is named, or one has neither an {@code https} address nor an {@code http}
     *     address of this machine
     */
    public BearerRequestFilter(TokenSource tokens, URI... apis) {
        this.tokens = tokens;
        this.apis = new ApiOrigins(apis);
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (apis.include(request.getUri()) && !request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            String token = tokens.token();
            request.setProperty(SENT, token);
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()
                && request.getProperty(SENT) instanceof String token) {
            tokens.tokenAfterAsync(token);
        }
    }
}
