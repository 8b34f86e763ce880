package org.cognito4j.server.jetty;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.security.SecurityHandler;

/**
 * Makes {@code HttpServletRequest.authenticate()} refuse on Jetty 12.0.
 *
 * <p>There it never hands the response to the authenticator: an anonymous caller would get the servlet's 200. Jetty 12.1
 * does and needs no filter.
 */
final class AuthenticateFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SecurityHandler.getCurrentSecurityHandler().getAuthenticator()
                instanceof CallerAuthenticator authenticator) {
            chain.doFilter(
                    new AuthenticatingRequest((HttpServletRequest) request, authenticator.requestedCheck()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class AuthenticatingRequest extends HttpServletRequestWrapper {

        private final RequestedCheck check;

        AuthenticatingRequest(HttpServletRequest request, RequestedCheck check) {
            super(request);
            this.check = check;
        }

        @Override
        public boolean authenticate(HttpServletResponse response) throws IOException {
            return getUserPrincipal() != null || check.authenticate(this, response);
        }
    }
}
