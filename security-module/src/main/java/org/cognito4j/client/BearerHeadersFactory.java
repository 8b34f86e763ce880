package org.cognito4j.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Puts an access token on the requests of a MicroProfile REST client. Extend it by a bean that has the source of tokens
 * injected, and name that bean in {@code @RegisterClientHeaders} on the client's interface.
 *
 * <p>An {@code Authorization} that the client sets itself stays. The token goes wherever the client is configured to
 * call, so give it an https address and let it follow no redirects. Thread-safe.
 */
public abstract class BearerHeadersFactory implements ClientHeadersFactory {

    private final TokenSource tokens;

    /**
     * A factory for one app client.
     *
     * @param tokens where tokens come from
     */
    protected BearerHeadersFactory(TokenSource tokens) {
        this.tokens = tokens;
    }

    /**
     * The headers to add to a request.
     *
     * @param incoming the headers of the request that is being answered; none of them is handed on
     * @param outgoing the headers that the client sets itself
     * @return the header with the token, or nothing
     * @throws TokenRequestFailed if no token can be had
     */
    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> added = new MultivaluedHashMap<>();
        if (!outgoing.containsKey(HttpHeaders.AUTHORIZATION)) {
            added.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.token());
        }
        return added;
    }
}
