package org.cognito4j.it.injected;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.AccessToken;

/** There is one for all requests. */
@WebFilter("/injected/*")
public class TokenFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient AccessToken token;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null) {
            response.setHeader("X-Filter", token.clientId());
        }
        chain.doFilter(request, response);
    }
}
