package org.cognito4j.jakarta.start;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.CorsPolicy;
import org.cognito4j.jakarta.filter.FilterServices;
import org.cognito4j.jakarta.rules.ApplicationRules;

/**
 * Answers for metadata of the resource and {@link CorsPolicy} where nothing that authenticates was asked before: for the application's, and for
 * those of servlet filters with settings of their own.
 */
final class ResourceMetadataFilter implements Filter {

    /** By now all filters of the application are registered. */
    @Override
    public void init(FilterConfig config) {
        ApplicationRules.finishIn(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isAnswered = request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && isAnswered(http, answer);
        if (!isAnswered) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAnswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service != null && service.answersAtOnce(request, response)) {
            return true;
        }
        for (CognitoService ofFilter : FilterServices.runningIn(request.getServletContext())) {
            if (ofFilter.answersMetadata(request, response)) {
                return true;
            }
        }
        return false;
    }
}
