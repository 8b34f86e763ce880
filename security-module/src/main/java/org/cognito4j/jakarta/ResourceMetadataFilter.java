package org.cognito4j.jakarta;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for {@link ResourceMetadata} where nothing that authenticates was asked before. */
final class ResourceMetadataFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CognitoService service = CognitoService.in(request.getServletContext());
        boolean isAnswered = service != null
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && service.answersMetadata(http, answer);
        if (!isAnswered) {
            chain.doFilter(request, response);
        }
    }
}
