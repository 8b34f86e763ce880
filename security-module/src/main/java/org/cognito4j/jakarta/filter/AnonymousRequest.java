package org.cognito4j.jakarta.filter;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;

/**
 * A request without a token that may pass. Whom the container knows by other means stays its caller; only when the
 * application asks for one and there is none, the answer is ours.
 */
final class AnonymousRequest extends HttpServletRequestWrapper implements FilteredRequest {

    private final CognitoService service;

    AnonymousRequest(HttpServletRequest request, CognitoService service) {
        super(request);
        this.service = service;
    }

    @Override
    public CognitoService service() {
        return service;
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        if (getUserPrincipal() != null) {
            return super.authenticate(response);
        }
        service.refusals().missing(this).writeTo(response);
        return false;
    }

    /** Nobody may go, too: some containers take that for an error. */
    @Override
    public void logout() throws ServletException {
        if (getUserPrincipal() != null) {
            super.logout();
        }
    }
}
